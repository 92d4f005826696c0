/** The scripts of living languages that are written from right to left, by ISO 15924. */
const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** Which way a language is written; undefined where that isn't known. `language` is BCP 47. */
export function directionOf(language: string | null): 'ltr' | 'rtl' | undefined {
  if (language === null) return undefined
  try {
    const { script } = new Intl.Locale(language).maximize()
    return script === undefined ? undefined : fromTheRight.has(script) ? 'rtl' : 'ltr'
  } catch {
    return undefined
  }
}
