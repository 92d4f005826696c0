import type { RawNumber } from './raw-number.ts'

const plainly = { isScaled: false, isWord: false, isOrdinal: false }

/** What says which half of the day is meant, after the time or before it. */
const halves = [
  {
    half: 'am',
    after:
      /^\s?a\.?\s?m(?:\.|(?!\p{L}))|^\s*uhr (?:morgens|früh|vormittags)|^\s*(?:de|por) la (?:mañana|madrugada)/u,
    before: /午前$/u,
  },
  {
    half: 'pm',
    after: /^\s?p\.?\s?m(?:\.|(?!\p{L}))|^\s*uhr (?:abends|nachmittags)|^\s*(?:de|por) la (?:tarde|noche)/u,
    before: /午後$/u,
  },
] as const

/** What makes a time of day of a bare number: behind it, in Spanish before it. */
const behind: Readonly<Record<string, RegExp>> = {
  en: /^\s?(?:[ap]\.?\s?m\b|o['’]clock)/u,
  de: /^\s*uhr(?!\p{L})/u,
  ja: /^時(?!間|代)/u,
}
const inFront: Readonly<Record<string, RegExp>> = { es: /(?:^|\s)a las?\s$/u }
/** What makes one of "15.30", in any language. */
const ofMinutes = {
  behind: /^\s*(?:uhr|h|hrs?|a\.?m|p\.?m)(?!\p{L})/u,
  inFront: /(?:^|\s)(?:um|at|a las)\s$/u,
}

const longestMark = 24

/**
 * A time of day in digits: "15:30" always; "7 pm", "15.30 Uhr", "a las 7", "午後7時半" by what stands beside them. Spanish
 * "7 h" without "a las" is as often a duration. `text` is in lower case.
 */
export function clockAt(text: string, start: number, language: string): RawNumber | null {
  const written = /^(\d{1,2})(?:([:.])(\d{2}))?(?!\d|[.,]\d)/u.exec(text.slice(start, start + 7))
  if (!written) return null
  const [whole, hours = '', point, minutes = '0'] = written
  if (Number(hours) > 24 || Number(minutes) > 59) return null
  const stop = start + whole.length
  const seconds = /^:(\d{2})(?!\d)/u.exec(text.slice(stop, stop + 4))
  if (point === ':' && seconds) {
    const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds[1])
    return { start, end: stop + seconds[0].length, values: [total], unit: 's', ...plainly }
  }
  const after = text.slice(stop, stop + longestMark)
  const before = text.slice(Math.max(0, start - longestMark), start)
  const isMarked =
    point === ':' ||
    behind[language]?.test(after) ||
    inFront[language]?.test(before) ||
    (point === '.' && (ofMinutes.behind.test(after) || ofMinutes.inFront.test(before)))
  if (!isMarked) return null
  const half = halves.find((each) => each.after.test(after) || each.before.test(before))?.half ?? null
  const hour = half === null ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0)
  const more = language === 'ja' ? /^時(半|(\d{1,2})分)?/u.exec(after) : null
  const [shown = ''] = more ?? /^\s?[ap]\.?\s?m(?!\p{L})\.?/u.exec(after) ?? []
  const minute = more?.[1] === '半' ? 30 : Number(more?.[2] ?? minutes)
  return {
    start,
    end: stop + shown.length,
    values: onBothClocks(hour + minute / 60),
    unit: 'clock',
    dayHalf: half ?? (hour > 12 ? 'pm' : null),
    ...plainly,
  }
}

/** What a time of day may be told as: on the clock of 24 hours and on that of 12. */
const onBothClocks = (time: number): number[] => [time, time >= 13 ? time - 12 : time + 12]
