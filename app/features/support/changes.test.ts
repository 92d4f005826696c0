import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'

const english = `Council leader Moira Tennant opened the new pool on Monday. Independent councillor Alan Fyfe stayed away. The board hired an architect before it sold the land. Delmara will pay the fishermen for 53 nights. The lamp is lit at night, in the wood however it isn't. My neighbour Doreen taught me to plant garlic. Ridley Foods sold 400 tons of salmon and Corwin Mills lost 30 workers. “Nobody else would have bought it,” said Moira Tennant. The fare, now 620 pounds, will not rise. The power did not arrive until 1931. Brackwater beat Stonegate by a length and a half. The nurses sued the hospital in 2019 and won the following year. All shares of Corwin Mills were sold in May.`
const german = `Das Bergtrikot trägt weiterhin der Belgier Sander Claes. Der Deutsche Malte Quast gab auf. Die Gewerkschaft zahlte den Streikenden neun Mark pro Woche. Deshalb hat die Firma den Hersteller auf Schadenersatz verklagt. Zuerst glich Rehse aus, dann brachte Tibbe ihr Team in Führung. Nach elf Wochen endete der Streik. Der Turm ist 19 Seemeilen weit zu sehen. Die Weber verlangten einen Arbeitstag von zehn statt zwölf Stunden.`
const spanish = `Lucía Peral sustituirá a Andoni Garay en Burgos. La obra costó 412.000 reales. Cada colonia tendrá agua 8 horas al día. Las notas, sin embargo, no cambiaron. El negocio vale 5.800 millones de pesos. Antes de firmar el contrato pidió una auditoría de seguridad. Nunca le agrego azúcar ni levadura comercial. Los viajeros bajaron un 22 %.`
const japanese = `結果に法的な拘束力はありません。住民の会の代表、石黒さんは町長に夜の便を増やすよう要望した。改修が終わってから導入を決めます。千歳橋は県内最古の鉄橋である。市は昨年9月に署名を受け取り、その後、試験運航を行った。`

const sources = { en: english, de: german, es: spanish, ja: japanese }
type Tag = keyof typeof sources

const check = async (language: Tag, text: string) =>
  (await checkerFor({ text: sources[language], language }))({ text })

describe('what has been changed is found', () => {
  test.each<[string, Tag, string]>([
    ['a name beside the same title', 'en', 'Council leader Alan Fyfe opened the new pool on Monday.'],
    ['a name mixed of two', 'en', 'Council leader Moira Fyfe opened the new pool on Monday.'],
    ['a name beside the same title', 'de', 'Das Bergtrikot trägt weiterhin der Belgier Malte Quast.'],
    ['whom a quotation is from', 'en', '“Nobody else would have bought it,” said Alan Fyfe.'],
    ['what a number counts', 'en', 'Delmara will pay the fishermen for 53 weeks.'],
    ['a currency that has no list', 'de', 'Die Gewerkschaft zahlte den Streikenden neun Kronen pro Woche.'],
    ['a currency that has no list', 'es', 'La obra costó 412.000 pesetas.'],
    ['a currency after millions', 'es', 'El negocio vale 5.800 millones de coronas.'],
    ['a unit of its own', 'de', 'Der Turm ist 19 Kilometer weit zu sehen.'],
    ['what a number is given for', 'es', 'Cada colonia tendrá agua 8 horas a la semana.'],
    ['a denial in a part that has but its verb', 'en', 'The fare will rise.'],
    ['a denial of a single word', 'en', 'The lamp is lit at night, in the wood as well.'],
    ['a denial by an ending', 'ja', '結果に法的な拘束力があります。'],
    ['before for after', 'en', 'The board sold the land before it hired an architect.'],
    ['first and then', 'de', 'Zuerst brachte Tibbe ihr Team in Führung, dann glich Rehse aus.'],
    ['before for after', 'ja', '改修が終わる前に導入を決めます。'],
    [
      'first and then, where the source has before',
      'es',
      'Firmó el contrato y después pidió una auditoría de seguridad.',
    ],
    ['a denial that the language doubles', 'es', 'Le agrega al pan azúcar y levadura comercial.'],
    ['a word of order between commas', 'ja', '市は試験運航を行い、その後、署名を受け取った。'],
    ['who does it, by the order of words', 'es', 'Andoni Garay sustituirá a Lucía Peral en Burgos.'],
    ['who does it, by the article', 'de', 'Der Hersteller hat die Firma auf Schadenersatz verklagt.'],
    ['who does it, by the particle', 'ja', '町長は石黒さんに夜の便を増やすよう要望した。'],
    ['who does it, where one is the author', 'en', 'I taught my neighbour Doreen to plant garlic.'],
    [
      'who has what, over two parts',
      'en',
      'Corwin Mills sold 400 tons of salmon and Ridley Foods lost 30 workers.',
    ],
    ['a superlative', 'ja', '千歳橋は県内で最も新しい鉄橋である。'],
  ])('%s (%s): %s', async (_what, language, text) => {
    const { verdict, reasons } = await check(language, text)
    expect(['partly', 'unsupported']).toContain(verdict)
    for (const { at } of reasons) expect(text.slice(at.start, at.end).trim()).not.toBe('')
  })
})

describe('what only looks like a change is left alone', () => {
  test.each<[string, Tag, string]>([
    ['a surname alone', 'en', 'Tennant opened the new pool on Monday.'],
    ['after for before, turned round', 'en', 'The board sold the land after it had hired an architect.'],
    ['a denial that says until', 'en', 'The power arrived in 1931.'],
    ['how long it took', 'de', 'Der Streik endete nach elf Wochen.'],
    ['a denial after a comma', 'es', 'Las notas no cambiaron.'],
    ['luego for antes de', 'es', 'Pidió una auditoría de seguridad y luego firmó el contrato.'],
    ['the same denial', 'ja', '結果に法的な拘束力はない。'],
    ['a passive', 'es', 'Andoni Garay será sustituido por Lucía Peral en Burgos.'],
    ['a half beside its measure', 'en', 'Brackwater beat Stonegate by one and a half lengths.'],
    ['the year after', 'en', 'In 2020 the nurses won against the hospital.'],
    ['all of something', 'en', '100% of the shares of Corwin Mills were sold in May.'],
    ['what replaces a measure', 'de', 'Zehn Stunden Arbeitstag statt zwölf verlangten die Weber.'],
    ['a share rounded past its article', 'es', 'Los viajeros bajaron más de una quinta parte.'],
    ['a superlative of two words', 'ja', '千歳橋は県内で最も古い鉄橋である。'],
    ['a converse', 'en', 'How to plant garlic I learned from my neighbour Doreen.'],
  ])('%s (%s): %s', async (_what, language, text) => {
    expect((await check(language, text)).reasons).toEqual([])
  })
})
