import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'
import { withoutDressing } from './without-dressing.ts'

const source = `The ferry will stop running for nine weeks while its pier is rebuilt. Nobody knew how good the offer was. The article in the paper was not fair. The board voted five to two for the plan on 5 May.`
const sentence = 'The ferry will stop running for nine weeks while its pier is rebuilt.'

const verdictOf = async (text: string) =>
  (await checkerFor({ text: source, language: 'en' }))({ text }).verdict

describe('what a thread puts around a sentence', () => {
  test.each([
    `1/ ${sentence}`,
    `1/7 ${sentence}`,
    `(1/7) ${sentence}`,
    `3) ${sentence}`,
    `${sentence} 🧵`,
    `${sentence} 1/7`,
    `${sentence} (1/7)`,
    `${sentence}\n\n[1/n]`,
    `${sentence} #ferry @boardnews https://example.com/a/b`,
    `Good to know: ${sentence}`,
    `TIL: ${sentence}`,
    `Turns out the ferry will stop running for nine weeks while its pier is rebuilt.`,
    `According to the article, the ferry will stop running for nine weeks while its pier is rebuilt.`,
  ])('needs nothing to back it: %s', async (text) => {
    expect(await verdictOf(text)).toBe('supported')
  })

  test.each([
    'The ferry will stop running for nine weeks: 12 of its piers are rebuilt.',
    'Colin Tresize: the ferry will stop running for nine months.',
  ])('is left where it says something: %s', async (text) => {
    expect(withoutDressing(text)).toBe(text)
    expect(await verdictOf(text)).toBe('partly')
  })

  test('what is blanked out leaves everything in its place', () => {
    expect(withoutDressing('1/3 He won 5/7 of it. 🧵 (1/3)')).toBe(`    He won 5/7 of it.${' '.repeat(9)}`)
  })
})

test('a fraction is no number of a tweet', async () => {
  expect(withoutDressing('The board voted for it by 5/7')).toBe('The board voted for it by 5/7')
  expect(
    await verdictOf('Good to know: the ferry will stop running for eight weeks while its pier is rebuilt.'),
  ).toBe('partly')
})
