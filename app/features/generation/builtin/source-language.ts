import { stopWords } from '#app/features/segmentation/stop-words.ts'

const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
]
const latin = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']

/** The language whose rules a source is read by: the one it states, else the one its letters and small words show, else "und". */
export function languageOf(stated: string | null, text: string): string {
  if (stated) return stated
  const sample = text.slice(0, 6_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [script, language] of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters * 0.15) return language
  }
  const found = sample.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []
  let best = 'und'
  let most = found.length * 0.2
  for (const language of latin) {
    const stops = stopWords(language)
    const hits = found.filter((word) => stops.has(word)).length
    if (hits > most) {
      best = language
      most = hits
    }
  }
  return best
}
