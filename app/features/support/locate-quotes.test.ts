import { expect, test } from 'vitest'
import { quoteLocator } from './locate-quotes.ts'

const text =
  'Prices rose by 4.5 percent in May.\n\nThe bank’s chair said: “We don’t  expect\u00A0more — not this year.” Nobody else knew. It was\u00AD n\u00ADew…'

const passages = (quotes: string[], source = text) =>
  quoteLocator(source)(quotes).map(({ start, end }) => source.slice(start, end))

test('a quote that stands in the text is found at its exact place', () => {
  expect(quoteLocator(text)(['rose by 4.5 percent'])).toEqual([{ start: 7, end: 26 }])
})

test.each([
  ['white space', 'in May. The bank’s chair', 'in May.\n\nThe bank’s chair'],
  ['quotation marks and apostrophes', "bank's chair said: \"We don't", 'bank’s chair said: “We don’t'],
  ['dashes', 'expect more - not this year', 'expect\u00A0more — not this year'],
  ['hidden hyphens and dots', 'It was new...', 'It was\u00AD n\u00ADew…'],
  ['marks put around it', '“Nobody else knew.”', 'Nobody else knew.'],
  ['dots at its end', 'Prices rose by 4.5…', 'Prices rose by 4.5'],
])('a quote is found in spite of other %s', (_what, quote, passage) => {
  expect(passages([quote])).toEqual([passage])
})

test('a quote with a gap is found where both its parts are, in order', () => {
  expect(passages(['Prices rose […] Nobody else knew'])).toEqual(['Prices rose', 'Nobody else knew'])
  expect(passages(['Nobody else knew … Prices rose'])).toEqual([])
  expect(passages(['[The chair] said: “We don’t [want] more […]'])).toEqual([])
  expect(passages(['[He] said: “We don’t expect [any] more […]'])).toEqual([])
  expect(passages(['[The bank’s] chair said […]'])).toEqual(['chair said'])
})

test.each(['Prices fell by 4.5 percent', 'in', '', '   ', '…', 'The bank’s chair […] laughed out loud'])(
  'what does not stand in the text gives no passage: %j',
  (quote) => {
    expect(passages([quote])).toEqual([])
  },
)

test('passages come in order, those that overlap as one', () => {
  expect(passages(['Nobody else knew.', 'rose by 4.5', 'Prices rose by', 'Nobody else knew.'])).toEqual([
    'Prices rose by 4.5',
    'Nobody else knew.',
  ])
})

test('offsets stay exact behind emoji and other long characters', () => {
  const source = '🐦‍🔥🐦‍🔥  “quoted  words” 👩‍🚀 here'
  expect(passages(['"quoted words" 👩‍🚀 here'], source)).toEqual(['“quoted  words” 👩‍🚀 here'])
})

test('a long quote with a word in ten changed is found where that is asked for, and no sooner', () => {
  const source =
    'The old ferry left the harbour at dawn on Friday with forty people and two horses on board. Nobody waved.'
  const nearly = 'The ferry left the harbour at dawn on Friday with forty people and two horses aboard'
  expect(passages([nearly], source)).toEqual([])
  const near = quoteLocator(source, { near: true })
  expect(
    near(['old ferry left the harbour at noon on Friday with forty people']).map(({ start, end }) =>
      source.slice(start, end),
    ),
  ).toEqual(['old ferry left the harbour at dawn on Friday with forty people'])
  expect(near(['old ferry left the city at noon on Friday with forty people'])).toEqual([])
  expect(near(['The ferry left the harbour at noon'])).toEqual([])
})
