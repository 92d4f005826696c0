import type { Quantity } from '../quantities/quantity.ts'
import { type SourceIndex, strengths } from '../source-index.ts'
import type { Statement } from '../statement.ts'
import { type Check, rangeOf } from './check.ts'
import { denies } from './contrast.ts'
import { segmentsOf } from './segments.ts'

/** What is more of something, or less of it; speed is more where a number is speed, and less where it is time. */
const kinds: Readonly<
  Record<string, { more: RegExp; less: RegExp; quick: RegExp; slow: RegExp; than: RegExp }>
> = {
  en: {
    more: /^(?:more|higher|larger|bigger|greater|longer|older|heavier|taller|deeper|wider|dearer)$/u,
    less: /^(?:less|fewer|lower|smaller|shorter|younger|lighter|cheaper|narrower|shallower)$/u,
    quick: /^(?:faster|quicker)$/u,
    slow: /^slower$/u,
    than: /(?:^| )than$/u,
  },
  de: {
    more: /^(?:mehr|höher\w*|größer\w*|länger\w*|älter\w*|schwerer\w*|teurer\w*|tiefer\w*|breiter\w*)$/u,
    less: /^(?:weniger|niedriger\w*|kleiner\w*|kürzer\w*|jünger\w*|leichter\w*|billiger\w*|günstiger\w*|geringer\w*)$/u,
    quick: /^schneller\w*$/u,
    slow: /^langsamer\w*$/u,
    than: /(?:^| )als$/u,
  },
  es: {
    more: /^(?:más|mayor(?:es)?|superior(?:es)?)$/u,
    less: /^(?:menos|menor(?:es)?|inferior(?:es)?)$/u,
    quick: /^$/u,
    slow: /^$/u,
    than: /(?:^| )que$/u,
  },
  ja: {
    more: /^(?:多|高|大き|長|重|広|深)/u,
    less: /^(?:少な|低|小さ|短|軽|狭|浅|安)/u,
    quick: /^速/u,
    slow: /^遅/u,
    than: /^より$/u,
  },
}

/** "Más bajo", "más barato": more of what makes less. */
const lessening = /^(?:baj|pequeñ|cort|joven|jóvenes|barat|liger|lent)/u
const ofTime: ReadonlySet<string> = new Set(['s', 'min', 'h', 'day', 'week', 'month', 'year', 'ms'])

type Comparison = { word: number; sign: (measure: string | null) => 1 | -1; one: number[]; other: number[] }

/** "A more than B", where the source gives A 13 and B 16: what the numbers say of the two, which no sentence puts into words. */
export const checkCompared: Check = ({ alignment: { claim, chosen }, source }) => {
  const comparison = comparisonIn(claim, source.language.tag)
  if (!comparison) return []
  for (const sentence of chosen) {
    const statement = source.sentences[sentence]
    if (!statement) continue
    const [one, other] = [comparison.one, comparison.other].map((words) =>
      numberOf(words, claim, sentence, source),
    )
    const [a, b] = [one?.values[0], other?.values[0]]
    if (!one || !other || a === undefined || b === undefined || a === b) continue
    if ((one.unit ?? other.unit) !== (other.unit ?? one.unit) || one.currency !== other.currency) continue
    const word = claim.tokens[comparison.word]
    if (!word || Math.sign(a - b) === comparison.sign(one.unit ?? other.unit)) return []
    return [{ code: 'turned-round', at: rangeOf(word), found: statement.text.trim() }]
  }
  return []
}

function comparisonIn(claim: Statement, language: string): Comparison | null {
  const { tokens, content, quantities } = claim
  const kind = kinds[language]
  const than = kind ? tokens.findIndex(({ lower }) => kind.than.test(lower)) : -1
  if (!kind || than < 1 || tokens.some(denies) || quantities.length > 0) return null
  const signOf = (at: number) => {
    const [lower = ''] = tokens[at]?.lower.split(' ') ?? []
    if (kind.more.test(lower))
      return language === 'es' && lessening.test(tokens[at + 1]?.lower ?? '') ? -1 : 1
    if (kind.less.test(lower)) return -1
    return kind.quick.test(lower) || kind.slow.test(lower) ? 0 : null
  }
  const isSigned = (at: number) => signOf(at) !== null
  const all = tokens.map((_, at) => at)
  const word =
    language === 'ja'
      ? all.find((at) => at > than && isSigned(at))
      : all.findLast((at) => at <= than && isSigned(at))
  const plain = word === undefined ? null : signOf(word)
  if (word === undefined || plain === null) return null
  const isQuick = kind.quick.test(tokens[word]?.lower ?? '')
  const sign = (measure: string | null) => {
    if (plain !== 0) return plain > 0 ? 1 : -1
    return isQuick === (measure !== null && ofTime.has(measure)) ? -1 : 1
  }
  const clause = tokens[than]?.clause
  // "Als" and "que" begin a clause of their own.
  const near = content.filter((at) => {
    const own = tokens[at]?.clause
    return at !== word && (own === clause || own === tokens[word]?.clause)
  })
  if (language === 'ja') return japaneseSides(claim, than, word, near, sign)
  return { word, sign, one: near.filter((at) => at < word), other: near.filter((at) => at > than) }
}

/** "AのほうがBより", "BよりAのほうが". */
function japaneseSides(
  { tokens }: Statement,
  than: number,
  word: number,
  near: readonly number[],
  sign: Comparison['sign'],
): Comparison | null {
  const mark = tokens.findLastIndex(({ text }, at) => at < word && /^(?:が|は|ほうが|方が)$/u.test(text))
  if (mark < 0) return null
  return mark < than
    ? { word, sign, one: near.filter((at) => at < mark), other: near.filter((at) => at > mark && at < than) }
    : { word, sign, one: near.filter((at) => at > than && at < mark), other: near.filter((at) => at < than) }
}

/** The one number that a sentence gives where it names one of some words, of all that it gives numbers for. */
function numberOf(
  words: readonly number[],
  { tokens }: Statement,
  sentence: number,
  source: SourceIndex,
): Quantity | null {
  const statement = source.sentences[sentence]
  if (!statement) return null
  const segments = segmentsOf(statement)
  const own = new Set(
    words.flatMap((at) => {
      const sense = tokens[at]?.sense
      const places = (sense ? source.find(sense) : []).filter(
        (place) => place.sentence === sentence && place.strength >= strengths.synonym,
      )
      return places.length === 1 ? places.map(({ token }) => segments[token]) : []
    }),
  )
  const given = statement.quantities.filter(
    ({ start, isWord }) => !isWord && own.has(segments[statement.tokens.findIndex(({ end }) => end > start)]),
  )
  const [number] = given
  return given.length === 1 && number ? number : null
}
