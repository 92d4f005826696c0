import { expect, it } from 'vitest'
import { fewestTweets, generationOptionsSchema, mostTweets, tones } from '#app/features/generation/options.ts'
import { lengthChoices, toneChoices } from './choices.ts'
import { languages } from './languages.ts'

it('offers every tone, and only those', () => {
  expect(toneChoices.map(([value]) => value).sort()).toEqual([...tones].sort())
})

it('offers every length that a generation takes, and none at all', () => {
  const numbers = lengthChoices.map(([value]) => value)
  expect(numbers[0]).toBe('')
  expect(numbers.slice(1).map(Number)).toEqual(
    Array.from({ length: mostTweets - fewestTweets + 1 }, (_, index) => fewestTweets + index),
  )
})

it('offers languages that a generation takes, each once', () => {
  const tags = languages.map(([tag]) => tag)
  expect(new Set(tags).size).toBe(tags.length)
  for (const tag of tags) {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(generationOptionsSchema.parse({ language: tag }).language).toBe(tag)
  }
})
