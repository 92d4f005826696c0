import { detectAll } from 'tinyld'

/** The detector needs no more than the beginning of a text, and its cost grows with the length. */
const sampleLength = 1_500
/** Still less where a language is declared and the text only has to bear it out. */
const sampleBesideDeclared = 600
/** Shorter texts are guessed wrong too often to speak against what a page declares. */
const enoughToContradict = 300

/** The tag in its canonical spelling (`en-us` is `en-US`); null where it is no BCP 47 tag. */
function canonicalLanguage(tag: string | null | undefined): string | null {
  const trimmed = tag?.trim().replaceAll('_', '-')
  if (!trimmed) return null
  try {
    const canonical = Intl.getCanonicalLocales(trimmed)[0] ?? null
    return canonical === 'und' || canonical === 'zxx' ? null : canonical
  } catch {
    return null
  }
}

/** Scripts that only these languages are written in; a text in another script can't be in them. */
const scripts: [RegExp, ReadonlySet<string>][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, new Set(['ja'])],
  [/\p{Script=Han}/gu, new Set(['zh', 'ja', 'yue', 'wuu'])],
  [/\p{Script=Hangul}/gu, new Set(['ko'])],
  [/\p{Script=Arabic}/gu, new Set(['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd', 'ks'])],
  [/\p{Script=Hebrew}/gu, new Set(['he', 'yi'])],
  [/\p{Script=Greek}/gu, new Set(['el'])],
  [/\p{Script=Thai}/gu, new Set(['th'])],
]

function contradictsScript(sample: string, language: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 20) return false
  return scripts.some(
    ([script, languages]) =>
      !languages.has(language) && (sample.match(script)?.length ?? 0) > letters * 0.3 && language !== 'mul',
  )
}

/** Filler text looks like Latin, code like Klingon; nobody's articles are in these. */
const neverDetected = new Set(['', 'la', 'tlh', 'vo', 'eo', 'ber'])

/**
 * The language of a text: what its source declares, unless the text plainly speaks against it; detected where nothing
 * is declared. Null where neither tells.
 */
export function tellLanguage(text: string, declared: string | null): string | null {
  const stated = canonicalLanguage(declared)
  const sample = text.slice(0, stated ? sampleBesideDeclared : sampleLength).toWellFormed()
  const [first, second] = detectAll(sample)
  const guess = first !== undefined && !neverDetected.has(first.lang) ? first : null
  const lead = (guess?.accuracy ?? 0) / Math.max(second?.accuracy ?? 0, 0.001)
  const certain = guess !== null && guess.accuracy >= 0.2 && lead > 4
  if (!stated) {
    const likely = certain || (sample.length >= enoughToContradict && lead > 1.1)
    return likely && guess ? guess.lang : null
  }
  const primary = stated.split('-')[0] ?? stated
  const wrong =
    contradictsScript(sample, primary) ||
    (sample.length >= enoughToContradict && first?.lang !== primary && second?.lang !== primary)
  return wrong && certain ? guess.lang : stated
}
