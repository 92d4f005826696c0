/** "3/", "3/7", "(3/7)", "[3/n]", "3)": how a tweet is numbered. */
const number = String.raw`\d{1,3}\s?\/\s?(?:\d{1,3}|[nx])?`

/** What says nothing that a source could hold: links, handles, hashtags, emoji and the number that a tweet bears in its thread. */
const dressing = new RegExp(
  [
    String.raw`https?:\/\/\S+`,
    String.raw`(?<![\p{L}\p{N}])[@#＃][\p{L}\p{N}_.]+`,
    String.raw`^\s*(?:${number}|[([]${number}[)\]]|\d{1,2}\))[.:]?\s+`,
    String.raw`\s*[([]${number}[)\]]\s*$`,
    // Without brackets it may be a fraction or a date.
    String.raw`(?<=[.!?…。！？"”»」]|\n)\s*${number}\s*$`,
    String.raw`\p{Extended_Pictographic}`,
  ].join('|'),
  'gu',
)

/** A tweet with all that blanked out, so that what is left stands where it stood. */
export const withoutDressing = (text: string): string =>
  text.replace(dressing, (found) => ' '.repeat(found.length))
