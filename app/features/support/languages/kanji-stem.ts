/** 最も大きい is what 最大 is. */
const superlative = /^最も(?=\p{Script=Han})/u

const hanRun = /\p{Script=Han}[\p{Script=Han}々]*/u

/** What a Japanese word is compared by: its kanji without the endings after them; words in kana stand for themselves. */
export function kanjiStem(word: string): string {
  return hanRun.exec(word.replace(superlative, '最'))?.[0] ?? word
}
