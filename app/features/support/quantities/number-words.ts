import type { LanguageWords } from '../languages/language-words.ts'

type Spoken = { start: number; end: number; values: number[]; isScaled: boolean; unit?: string }

export type NumberWords = {
  /** Numbers written in words. */
  find(text: string): Spoken[]
  scaleAt(text: string, at: number): { factor: number; end: number } | null
  unitAt(text: string, at: number): { unit: string; end: number } | null
  currencyAt(text: string, at: number): { code: string; end: number } | null
  currencyBefore(text: string, at: number): { code: string; start: number } | null
  roundingBefore(text: string, at: number): 'about' | 'over' | 'under' | null
  /** In Japanese it stands behind. */
  roundingAfter(text: string, at: number): 'about' | 'over' | 'under' | null
}

const letter = /[\p{L}\p{N}]/u
const japaneseWord = /^[\p{Script=Han}\p{Script=Hiragana}]/u
const anyLetter = /\p{L}/u
const known = new WeakMap<LanguageWords, NumberWords>()
const spaced = (entry: string) => entry.replaceAll('_', ' ')
const listOf = (text: string) => text.trim().split(/\s+/u).filter(Boolean)

/** A word that ends where the text's word does; marks such as % and scripts without spaces need no edge. */
function endsWord(text: string, end: number, entry: string): boolean {
  const last = entry.at(-1) ?? ''
  return (
    !letter.test(last) ||
    /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]/u.test(last) ||
    !letter.test(text.charAt(end))
  )
}

/** A finder of the longest of many entries that stands at a place of a text. */
function finder<Value>(entries: readonly (readonly [string, Value])[]) {
  const byStart = new Map<number, [string, Value][]>()
  for (const [entry, value] of entries) {
    if (entry === '') continue
    const key = startAt(entry, 0, entry.length)
    const list = byStart.get(key) ?? []
    list.push([entry, value])
    byStart.set(key, list)
  }
  for (const list of byStart.values()) list.sort((a, b) => b[0].length - a[0].length)
  return (text: string, at: number): { value: Value; end: number } | null => {
    // What is of one character comes after all that are longer.
    for (const length of [2, 1])
      for (const [entry, value] of byStart.get(startAt(text, at, length)) ?? []) {
        const end = at + entry.length
        if (text.startsWith(entry, at) && endsWord(text, end, entry)) return { value, end }
      }
    return null
  }
}

/** A number for the one or two characters that stand at a place. */
const startAt = (text: string, at: number, length: number) =>
  text.charCodeAt(at) * 0x1_0000 + (length > 1 ? text.charCodeAt(at + 1) : 0)

const skipSpace = (text: string, at: number) => {
  let next = at
  while (/[\s\u00a0\u202f-]/u.test(text.charAt(next)) && next < at + 2) next += 1
  return next
}

/** "viertelstunde 15 min": the unit that a word has in it. */
function withUnits(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [word = '', , unit] = line.trim().split(/\s+/u)
      return unit ? [[spaced(word), unit] as const] : []
    }),
  )
}

function pairs(lines: readonly string[]): [string, number][] {
  return lines.map((line) => {
    const [word = '', value = ''] = line.trim().split(/\s+/u)
    return [spaced(word), Number(value)]
  })
}

function named(lines: readonly string[]): [string, string][] {
  return lines.flatMap((line) => {
    const [first = '', ...others] = listOf(line)
    // "in" is a word before it is an inch.
    return [first, ...others]
      .filter((name) => name !== 'in' && name !== 'DEM')
      .map((name): [string, string] => [spaced(name).toLowerCase(), first])
  })
}

/** The readers of number words, units and currencies of a language. */
export function numberWords(words: LanguageWords): NumberWords {
  const made = known.get(words) ?? create(words)
  known.set(words, made)
  return made
}

/** "Two more years", "zwei weitere Jahre": what may stand between a number and its unit. */
const furtherUnits =
  /^\s(?:more|further|additional|extra|full|whole|weitere[nrs]?|volle[nrs]?|ganze[nrs]?|otr[oa]s|más)\s/u

/** "More than the half", "más de la mitad": what may stand between a number and the words that round it. */
const article = /\s(?:the|an?|die|der|das|den|dem|el|la|los|las|una?)$/u

function create(words: LanguageWords): NumberWords {
  const scales = pairs(words.scales)
  const atoms = pairs(words.numbers)
  const scaleAtExact = finder(scales)
  const atomAt = finder(atoms)
  const units = withUnits(words.numbers)
  const begins = new Set(atoms.filter(([entry]) => entry !== '').map(([entry]) => entry.charCodeAt(0)))
  const unit = finder(named(words.units))
  const currency = finder(named(words.currencies))
  const currencyNames = named(words.currencies).sort((a, b) => b[0].length - a[0].length)
  const rounding = (['over', 'under', 'about'] as const)
    .flatMap((side) =>
      listOf(side === 'about' ? words.approximately : words[side]).map((entry) => ({
        entry: spaced(entry),
        side,
      })),
    )
    .sort((a, b) => b.entry.length - a.entry.length)
  const roundingBehind = rounding.filter(({ entry }) => japaneseWord.test(entry))

  const scaleAt = (text: string, at: number) => {
    const found = scaleAtExact(text, skipSpace(text, at))
    // "2,5 Mio. €"
    return found && { factor: found.value, end: text.startsWith('. ', found.end) ? found.end + 1 : found.end }
  }

  return {
    scaleAt,
    unitAt(text, at) {
      const article =
        /(?:half|quarters?|thirds?|fifths?|medio|media|tercios?|cuartos?|halbe\w?|drittel|viertel)$/u.test(
          text.slice(Math.max(0, at - 9), at),
        )
          ? /^\s(?:an?|of an?)\s/u.exec(text.slice(at))
          : null
      const more = furtherUnits.exec(text.slice(at, at + 24))
      const from = article ?? more
      const found = unit(text, from ? at + from[0].length : skipSpace(text, at))
      return found && { unit: found.value, end: found.end }
    },
    currencyAt(text, at) {
      const from = skipSpace(text, at)
      const found = currency(text, from) ?? currency(text, text.startsWith('de ', from) ? from + 3 : from)
      return found && { code: found.value, end: found.end }
    },
    currencyBefore(text, at) {
      const before = text.slice(Math.max(0, at - 14), at).trimEnd()
      for (const [name, code] of currencyNames) {
        if (!before.endsWith(name)) continue
        const edge = before.charAt(before.length - name.length - 1)
        if (letter.test(name.charAt(0)) && letter.test(edge)) continue
        // A word such as "dollars" before a number belongs to the one before it.
        if (letter.test(name.charAt(0)) && name.length > 4) continue
        return { code, start: Math.max(0, at - 14) + text.slice(Math.max(0, at - 14), at).lastIndexOf(name) }
      }
      return null
    },
    roundingBefore(text, at) {
      const before = text
        .slice(Math.max(0, at - 28), at)
        .trimEnd()
        .replace(article, '')
      for (const { entry, side } of rounding) {
        if (
          before.endsWith(entry) &&
          !(letter.test(entry.charAt(0)) && /[a-zà-ÿ]/u.test(before.charAt(before.length - entry.length - 1)))
        )
          return side
      }
      return null
    },
    roundingAfter(text, at) {
      const from = /[をの]/u.test(text.charAt(at)) ? at + 1 : at
      return roundingBehind.find(({ entry }) => text.startsWith(entry, from))?.side ?? null
    },
    find(text) {
      const found: Spoken[] = []
      for (let at = 0; at < text.length; at += 1) {
        if (!begins.has(text.charCodeAt(at)) || !startsRun(text, at)) continue
        const previous = found.at(-1)
        if (previous && at < previous.end) continue
        const number = readNumber(text, at, { atomAt, scaleAtExact })
        if (!number) continue
        const unit = units.get(text.slice(at, number.end))
        found.push({ start: at, ...number, ...(unit && { unit }) })
      }
      return found
    },
  }
}

const joints = /^(?:[\s-]+(?:and|und|y)?[\s-]*|und|y\s)/u
/** "Half a million". */
const halfOf = /^(?:\s+an?\s+|[\s-]+|und|y\s)/u

type Readers = {
  atomAt: (text: string, at: number) => { value: number; end: number } | null
  scaleAtExact: (text: string, at: number) => { value: number; end: number } | null
}

/** "two hundred and fifty thousand", from its first word on; null where no number stands. */
function readNumber(
  text: string,
  start: number,
  { atomAt, scaleAtExact }: Readers,
): Omit<Spoken, 'start'> | null {
  let total = 0
  let part: number | null = null
  let at = start
  let end = start
  let isScaled = false
  for (;;) {
    const atom = atomAt(text, at)
    const scale = atom ? null : scaleAtExact(text, at)
    if (atom && letterBefore(text, at)) break
    if (atom) {
      if (part === 0.5 && atom.value >= 10) part *= atom.value
      else if (part === 1 && atom.value < 1) part = atom.value
      else if (part !== null && part !== 0 && !(part % 100 === 0 || (part % 10 === 0 && atom.value < 10)))
        break
      else if (atom.value >= 100 && part !== null && part < 100) part *= atom.value
      else part = (part ?? 0) + atom.value
      end = atom.end
    } else if (scale && (part !== null || end > start)) {
      total += (part ?? 1) * scale.value
      part = null
      isScaled = true
      end = scale.end
    } else break
    const joint = (part === 0.5 ? halfOf : joints).exec(text.slice(end))
    if (!joint) break
    at = end + joint[0].length
  }
  if (end === start) return null
  return { end, values: [total + (part ?? 0)], isScaled }
}

/** Whether a run of letters and hyphens starts here: "twenty-five" is one, and has no five in it. */
function startsRun(text: string, start: number): boolean {
  let at = start
  while (text.charCodeAt(at - 1) === 0x2d) at -= 1
  if (at === 0) return true
  const unit = text.charCodeAt(at - 1)
  if (unit < 0x80) return (unit | 0x20) < 0x61 || (unit | 0x20) > 0x7a
  return !anyLetter.test((unit & 0xfc00) === 0xdc00 ? text.slice(at - 2, at) : text.charAt(at - 1))
}

function letterBefore(text: string, at: number): boolean {
  return at > 0 && letter.test(text.charAt(at - 1))
}
