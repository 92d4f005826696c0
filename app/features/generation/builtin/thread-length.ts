/**
 * How many tweets a text is worth, from 1 to `most`: about 4 for a page of 250 words, 6 for 850, 12 for 5,000. A short text gets
 * no more than it can fill.
 */
export function worthwhileLength(words: number, most: number): number {
  const bySubstance = Math.round(2 + 0.135 * Math.sqrt(words))
  const byFill = Math.max(1, Math.floor(words / 22))
  return Math.max(1, Math.min(most, bySubstance, byFill))
}
