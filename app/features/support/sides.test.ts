import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'
import type { ReasonCode } from './verdict.ts'

const english = `The new wage was 16 cents for men and 13 cents for women. The nurses sued the hospital in 2019; the hospital settled the following year. The operator, Skerrin Lines, had threatened in November to end all sailings unless the council shared its losses. The head keeper, Amos Pascoe, burned the furniture. His deputy, Will Skewes, accused him of drinking the lamp spirit. The union criticised the ministry for the delay. Skerrin Lines must not raise the foot-passenger fare of £4.80 before April 2027, and it must publish its accounts each year. In January the auditors criticised the draft agreement because it lacked any penalty.`
const german = `Almtau zahlt zurzeit 49 Cent je Kilo Milch, Grubinger 52 Cent. Vor drei Jahren lehnte Grubinger einen Verkauf an Voralpen ab. Danach investierte der Betrieb neun Millionen Euro in einen Reifekeller. Die Mühle verbrauchte 40 Tonnen Kohle im Jahr, die Brauerei 55. Die Sesselbahn fährt bis zum Baubeginn weiter. Die alte Sesselbahn von 1974 beförderte 600 Personen pro Stunde.`
const spanish = `La finca El Mirador, de don Hernando Cuéllar, produjo el mejor lote. Cuéllar le enseñó el método de fermentación a su sobrina Daniela, que hoy dirige el laboratorio. El aparato cuesta 49 euros, menos de la mitad que su competidor, el Aquavigne. El municipio vendió los rieles y conservó un solo vagón.`
const japanese = `橋を渡るカメの「ナミ」は8月、沖で網にかかっているところを、漁師の竹内さんに助けられた。最速は金子が142キロ、森が147キロだった。湖では1970年代に外来魚のブラックバスが増え、アオヒゲの卵を食べた。市は昨年6月、浜松の工業を買収した。これに先立つ昨年2月には、赤字が続いていた群馬の工場を閉鎖している。吾一が新しい彗星を見つけたのは、二月九日の明け方である。町は丘の上に天文台を建てた。新しい望遠鏡は県内最大だった。台長の保科拓海さんは望遠鏡を自慢する。ハルデン美術館は2019年、モス画廊に画家リンドの絵を貸した。労働組合は遅れをめぐって省を批判した。千歳橋は県の文化財に指定されたが、国の文化財にはなっていない。荒木さんは漁協に禁漁区を広げるよう頼み、漁協はこれを受け入れた。`

const sources = { en: english, de: german, es: spanish, ja: japanese }
type Tag = keyof typeof sources

const check = async (language: Tag, text: string) =>
  (await checkerFor({ text: sources[language], language }))({ text })

describe('two sides that have changed places are found', () => {
  test.each<[string, Tag, ReasonCode, string]>([
    ['who has more, by the numbers', 'en', 'turned-round', 'Women got more than men under the new wage.'],
    ['who is quicker, by the numbers', 'ja', 'turned-round', '最速は、金子のほうが森より速かった。'],
    [
      'who has more, by the numbers',
      'de',
      'turned-round',
      'Die Mühle verbrauchte mehr Kohle als die Brauerei.',
    ],
    [
      'who has which number',
      'de',
      'facts-exchanged',
      'Beim Milchpreis liegt Almtau mit 52 Cent vor Grubinger mit 49 Cent.',
    ],
    [
      'the year before something',
      'en',
      'order-exchanged',
      'The hospital settled the year before the nurses sued.',
    ],
    [
      'what came first, over two sentences',
      'de',
      'order-exchanged',
      'Grubinger investierte neun Millionen in einen Reifekeller. Erst danach lehnte der Betrieb einen Verkauf an Voralpen ab.',
    ],
    [
      'what came first, behind a time',
      'ja',
      'order-exchanged',
      '市が群馬の工場を閉鎖したのは、浜松の工業を買収した後のことだ。',
    ],
    [
      'a name of two words for a common noun',
      'en',
      'roles-exchanged',
      'Back in November, Harrowby Council threatened to end all sailings unless Skerrin Lines shared its losses.',
    ],
    [
      'a name beside what it is the name of',
      'en',
      'roles-exchanged',
      'Head keeper Amos Pascoe accused his deputy, Will Skewes, of drinking the lamp spirit.',
    ],
    [
      'to whom it is done, far from the verb',
      'es',
      'roles-exchanged',
      'Daniela le enseñó el método de fermentación a su tío, don Hernando Cuéllar.',
    ],
    ['a passive', 'ja', 'roles-exchanged', '網にかかっていた漁師の竹内さんを、カメのナミが助けた。'],
    ['whose it is', 'ja', 'roles-exchanged', 'アオヒゲがブラックバスの卵を食べた。'],
    ['whom a sentence singles out', 'ja', 'name-of-another', '新しい彗星を見つけたのは、保科拓海だった。'],
    [
      'a denial of what must be done',
      'en',
      'turned-round',
      'Skerrin Lines will have no duty to publish its accounts each year under the deal.',
    ],
    [
      'a denial far from its verb',
      'de',
      'turned-round',
      'Bis zum Baubeginn fährt die alte Sesselbahn nicht mehr.',
    ],
    [
      'a doubled denial',
      'es',
      'turned-round',
      'El municipio de la capital no conservó ningún vagón de los rieles.',
    ],
  ])('%s (%s, %s): %s', async (_what, language, code, text) => {
    expect((await check(language, text)).reasons.map((reason) => reason.code)).toContain(code)
  })
})

describe('two sides that have kept their places are left alone', () => {
  test.each<[string, Tag, string]>([
    ['who has more', 'en', 'Men got more than women under the new wage.'],
    ['who has less', 'en', 'Women got less than men under the new wage.'],
    ['who is quicker', 'ja', '最速は、森のほうが金子より速かった。'],
    ['who has which number', 'de', 'Almtau liegt mit 49 Cent hinter Grubinger mit 52 Cent.'],
    ['the year before', 'en', 'The hospital settled in a case that the nurses had begun the year before.'],
    ['what came first', 'ja', '市が浜松の工業を買収したのは、群馬の工場を閉鎖した後のことだ。'],
    ['an active', 'ja', '漁師の竹内さんが、網にかかっていたカメのナミを助けた。'],
    ['whose it is', 'ja', 'ブラックバスがアオヒゲの卵を食べた。'],
    ['a passive of all else', 'en', 'The ministry was criticised by the union for the delay.'],
    ['a passive around what it is about', 'ja', '省は遅れをめぐって労働組合に批判された。'],
    ['a converse', 'ja', 'モス画廊は2019年、ハルデン美術館から画家リンドの絵を借りた。'],
    ['a noun at the end', 'ja', '県の文化財に指定されたが、国の文化財にはまだなっていない千歳橋。'],
    ['who is asked', 'ja', '荒木さんの頼みを受け、漁協は禁漁区を広げる。'],
    ['to whom it is done', 'es', 'Cuéllar le enseñó a Daniela el método de fermentación.'],
    ['twice as much for half as much', 'es', 'El Aquavigne cuesta más del doble que el aparato.'],
  ])('%s (%s): %s', async (_what, language, text) => {
    expect((await check(language, text)).reasons).toEqual([])
  })
})
