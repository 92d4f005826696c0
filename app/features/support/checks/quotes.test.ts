import { expect, test } from 'vitest'
import { checkerFor } from '../checker-for.ts'

const source =
  '“We did it,” she told the meeting. “We really did it, and I would rather apologise for nine weeks than explain an accident for the rest of my life.”'

test.each([
  ['in one, where the source interrupts it', '“We did it. We really did it.”'],
  [
    'with what is left out in brackets',
    '“I would rather apologise for nine weeks than explain an accident […]”',
  ],
  ['with a word of the editor’s', '“[She] would rather apologise for nine weeks than explain an accident.”'],
])('a quotation may be given %s', async (_how, tweet) => {
  expect((await checkerFor({ text: source, language: 'en' }))({ text: tweet }).verdict).toBe('supported')
})

test.each([
  '“We really did it. We did it, and how.”',
  '“I would rather apologise for nine weeks than explain [to anybody] an attempt.”',
])('its words are the source’s, in their order: %s', async (tweet) => {
  const { reasons } = (await checkerFor({ text: source, language: 'en' }))({ text: tweet })
  expect(reasons.map(({ code }) => code)).toContain('quote-not-found')
})
