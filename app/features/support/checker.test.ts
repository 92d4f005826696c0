import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'
import type { ReasonCode } from './verdict.ts'

const english = `The ferry Aurora carries 120 passengers and leaves Holm at 7:30 every morning. It has never missed a winter, said captain Ida Berg.

The harbour board bought her from Lund Shipping for $2.4 million on 12 March 2021. Before the purchase, engineers inspected the hull. Lund Shipping sued the board in 2022, but the court rejected the claim.

Ticket sales rose by 8 per cent last year, while freight fell by 3 per cent. “We will not raise the fares,” Berg told reporters. A trip of 14 kilometres takes 40 minutes.`

const check = async (source: string, language: string) => {
  const checked = await checkerFor({ text: source, language })
  return (text: string) => checked({ text })
}
const codesOf = ({ reasons }: { reasons: { code: ReasonCode }[] }) => reasons.map(({ code }) => code)

describe('a tweet that the source backs is supported', () => {
  test.each([
    ['word for word', 'It has never missed a winter, said captain Ida Berg.'],
    ['part of a sentence', 'The ferry Aurora carries 120 passengers.'],
    ['in other words', 'The boat Aurora has room for 120 people and departs from Holm at 7:30 each morning.'],
    [
      'with another way to write a date',
      'The harbour board purchased her from Lund Shipping on March 12, 2021.',
    ],
    ['with a number rounded as it says', 'The harbour board paid more than $2 million for her.'],
    ['with a number in words', 'The trip takes forty minutes.'],
    ['with a unit converted', 'The trip takes two thirds of an hour and is 8.7 miles long.'],
    ['in the passive', 'The board was sued by Lund Shipping in 2022.'],
    ['with a denial put as an answer', 'Berg said no to higher fares.'],
    ['with a denial resolved', 'The claim of Lund Shipping was not accepted by the court.'],
    ['in another order', 'While freight fell by 3 percent, ticket sales rose by 8 percent last year.'],
    [
      'with a link, a number and a hashtag',
      '3/7 The ferry Aurora carries 120 passengers. #Holm https://a.example/b',
    ],
  ])('%s', async (_how, text) => {
    const { verdict, spans, reasons } = (await check(english, 'en'))(text)
    expect({ verdict, reasons }).toEqual({ verdict: 'supported', reasons: [] })
    expect(spans.length).toBeGreaterThan(0)
    for (const { start, end } of spans)
      expect(english.slice(start, end).trim()).toBe(english.slice(start, end))
  })
})

describe('a tweet that says something else is doubted, and why is told', () => {
  test.each<[ReasonCode, string]>([
    ['number-not-found', 'The ferry Aurora carries 210 passengers.'],
    ['unit-differs', 'A trip of 14 miles takes 40 minutes.'],
    ['currency-differs', 'The harbour board bought her from Lund Shipping for €2.4 million.'],
    ['date-not-found', 'The harbour board bought her from Lund Shipping on 12 May 2021.'],
    ['name-not-found', 'The harbour board bought her from Nils Andersen.'],
    ['quote-not-found', '“We will have to raise the fares,” Berg told reporters.'],
    ['turned-round', '“We will not raise the fares”? Ticket sales fell by 8 per cent last year.'],
    ['turned-round', 'The court accepted the claim of Lund Shipping.'],
    ['turned-round', 'Captain Ida Berg said that it has missed a winter.'],
    ['roles-exchanged', 'The board sued Lund Shipping in 2022.'],
    ['order-exchanged', 'After the purchase, engineers inspected the hull.'],
    ['facts-exchanged', 'Ticket sales rose by 3 per cent last year, while freight fell by 8 per cent.'],
    ['cause-not-given', 'Ticket sales rose by 8 per cent last year because of the purchase.'],
    ['date-not-found', 'The harbour board bought her from Lund Shipping in May 2021.'],
    ['other-word', 'The harbour crew bought her from Lund Shipping for $2.4 million on 12 March 2021.'],
    ['turned-round', 'It has missed a winter, said captain Ida Berg.'],
    ['not-in-source', 'The board plans to sell tickets for the harbour museum next summer.'],
    ['not-in-source', 'Several crew members complained about mouldy cabins and broken heating.'],
  ])('%s: %s', async (code, text) => {
    const support = (await check(english, 'en'))(text)
    expect(codesOf(support)).toContain(code)
    expect(['partly', 'unsupported']).toContain(support.verdict)
    for (const { at } of support.reasons) expect(text.slice(at.start, at.end).length).toBeGreaterThan(0)
  })

  test('partly where one sentence is backed, not at all where none is', async () => {
    const checked = await check(english, 'en')
    expect(
      checked('The ferry Aurora carries 120 passengers. The captain collects rare orchids and old maps.')
        .verdict,
    ).toBe('partly')
    expect(checked('The captain collects rare orchids, stamps and old maps.').verdict).toBe('unsupported')
  })
})

test.each([
  'I think this is the loveliest boat in the north.',
  'What would you have done?',
  'Read the whole story, it is worth your time.',
  'Brilliant!',
  'In my view Ida Berg is the best captain in the harbour.',
  'Did you know that it has never missed a winter?',
])('a view, a question or an invitation is an opinion: %s', async (text) => {
  expect((await check(english, 'en'))(text)).toMatchObject({ verdict: 'opinion', reasons: [] })
})

test('the figures in a view are checked all the same', async () => {
  const checked = await check(english, 'en')
  expect(codesOf(checked('I think $3.9 million for her was far too much.'))).toEqual(['number-not-found'])
})

const german = `Die Fähre Aurora befördert 1.200 Fahrgäste am Tag. Der Stadtrat lehnte im März 2021 eine Erhöhung der Preise ab. Kapitänin Ida Berg lobte den Beschluss. Der Umsatz stieg um 8 Prozent, der Gewinn sank um 3 Prozent.`
const spanish = `El transbordador Aurora lleva a 1.200 pasajeros al día. El ayuntamiento rechazó en marzo de 2021 una subida de los precios. La capitana Ida Berg elogió la decisión. Las ventas subieron un 8 %, el beneficio bajó un 3 %.`
const japanese = `フェリー「あかつき」は1日に1,200人を運ぶ。市議会は2021年3月、料金の値上げを否決した。船長の井田さんはこの決定を評価した。売上高は8%増加し、利益は3%減少した。`

describe.each([
  [
    'de',
    german,
    [
      '1200 Fahrgäste bringt die Fähre Aurora täglich ans Ziel.',
      'Im März 2021 lehnte der Stadtrat eine Erhöhung der Preise ab.',
    ],
    [
      'Die Fähre Aurora befördert 1.500 Fahrgäste am Tag.',
      'Der Stadtrat lehnte im März 2021 eine Erhöhung der Preise nicht ab.',
      'Der Umsatz sank um 8 Prozent.',
      'Der Stadtrat lehnte im April 2021 eine Erhöhung der Preise ab.',
      'Der Gewinn stieg um 8 Prozent, der Umsatz sank um 3 Prozent.',
    ],
    'Ich finde das großartig.',
  ],
  [
    'es',
    spanish,
    [
      'El barco Aurora transporta cada día a 1200 pasajeros.',
      'En marzo de 2021 el ayuntamiento rechazó una subida de los precios.',
    ],
    [
      'El transbordador Aurora lleva a 1.500 pasajeros al día.',
      'El ayuntamiento no rechazó en marzo de 2021 una subida de los precios.',
      'Las ventas bajaron un 8 %.',
      'El ayuntamiento rechazó en abril de 2021 una subida de los precios.',
    ],
    'Creo que es una noticia maravillosa.',
  ],
  [
    'ja',
    japanese,
    ['フェリー「あかつき」は1日に1200人を運ぶ。', '市議会は2021年3月に料金の値上げを否決しました。'],
    [
      'フェリー「あかつき」は1日に1,500人を運ぶ。',
      '市議会は2021年3月、料金の値上げを可決した。',
      '売上高は8%減少した。',
      '船長の井田さんはこの決定を評価していない。',
      '市議会は2021年4月、料金の値上げを否決した。',
    ],
    '素晴らしい決断だと思います。',
  ],
] as const)('in %s', (language, source, fine, flawed, view) => {
  test.each(fine)('supported: %s', async (text) => {
    expect((await check(source, language))(text)).toMatchObject({ verdict: 'supported', reasons: [] })
  })
  test.each(flawed)('doubted: %s', async (text) => {
    expect((await check(source, language))(text).reasons.length).toBeGreaterThan(0)
  })
  test(`opinion: ${view}`, async () => {
    expect((await check(source, language))(view).verdict).toBe('opinion')
  })
})

describe('a thread in another language than its source', () => {
  const spans = [{ start: english.indexOf('The harbour board'), end: english.indexOf('Before the') }]

  test('is checked for what holds across languages, against the passages it gives', async () => {
    const checked = await checkerFor({ text: english, language: 'en' }, 'de')
    const text = 'Die Hafenbehörde kaufte das Schiff am 12. März 2021 für 2,4 Millionen Dollar.'
    expect(checked({ text, spans })).toMatchObject({ verdict: 'supported', reasons: [] })
    expect(codesOf(checked({ text: text.replace('2,4', '4,2'), spans }))).toEqual(['number-not-found'])
    expect(codesOf(checked({ text: text.replace('März', 'Mai'), spans }))).toEqual(['date-not-found'])
  })

  test('backs nothing where it gives none', async () => {
    const checked = await checkerFor({ text: english, language: 'en' }, 'de')
    expect(checked({ text: 'Die Hafenbehörde kaufte ein sehr altes Schiff.' }).verdict).toBe('unsupported')
  })
})

test('a language without lists of its own is checked for numbers and what the source holds', async () => {
  const checked = await check(
    'Le traversier transporte 120 passagers. Le conseil a refusé la hausse des prix.',
    'fr',
  )
  expect(checked('Le traversier transporte 120 passagers.').verdict).toBe('supported')
  expect(codesOf(checked('Le traversier transporte 210 passagers.'))).toContain('number-not-found')
  expect(checked('Les marins dorment dans des cabines humides et froides.').verdict).toBe('unsupported')
})

test.each(['', '…', '🚢', '#Holm', 'https://a.example'])(
  'what says nothing is no claim: %j',
  async (text) => {
    expect((await check(english, 'en'))(text)).toEqual({ verdict: 'opinion', reasons: [], spans: [] })
  },
)

test('hostile texts take no time to speak of', async () => {
  const checked = await check('a '.repeat(20_000), 'en')
  for (const unit of ['1,', '1.', '(', '"', 'not ', '1 in ', 'a-', '万'])
    expect(checked(unit.repeat(2_000)).verdict).toBeTruthy()
})
