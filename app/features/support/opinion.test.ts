import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'

const source =
  'The harbour board voted for the plan on Tuesday. Ruth Penhale said the board had no choice. The ferry will stop for nine weeks.'
const german = 'Der Hafenrat hat am Dienstag für den Plan gestimmt. Die Fähre fällt neun Wochen lang aus.'

const verdictOf = async (text: string, language: 'en' | 'de' = 'en') =>
  (await checkerFor({ text: language === 'en' ? source : german, language }))({ text }).verdict

describe('a word of the first or second person', () => {
  test.each([
    'I wish our own council could decide this fast.',
    'You have to admire people who stay that calm!',
    'Such a sad story for us.',
  ])('makes a view of a short remark: %s', async (text) => {
    expect(await verdictOf(text)).toBe('opinion')
  })

  test.each([
    'Some devices using this OS include the Alcatel One Touch Fire and the ZTE Open.',
    'The law changed after the US legalised gay marriage.',
    'For plugins you want a standalone binary with a proper interface for the application that embeds it, without any runtime.',
    'The library does not support user or group permissions, as a result of which your own program implements the listing commands of a file system.',
    'There is support from multiple companies and an impressive rate of patches going into the repository of the project.',
    'Commenter Paul Stoffregen noted that the other company recently created a fork of the development environment on GitHub.',
  ])('makes none of what tells something: %s', async (text) => {
    expect(await verdictOf(text)).toBe('unsupported')
  })

  test('is no German "sie" that means them', async () => {
    expect(
      await verdictOf('Der Bürgermeister und seine Frau verkaufen Fisch, den sie selbst räuchern.', 'de'),
    ).toBe('unsupported')
  })
})

test('of a word that stands twice the one in the same order is meant', async () => {
  const check = await checkerFor({
    text: 'The project was launched by David Cuartielles and David Mellis (who had worked together at IDII), with Tom Igoe joining later.',
    language: 'en',
  })
  expect(
    check({
      text: 'The project was launched by David Cuartielles and David Mellis, with Tom Igoe joining later.',
    }).verdict,
  ).toBe('supported')
})
