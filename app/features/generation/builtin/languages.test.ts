import { describe, expect, it } from 'vitest'
import { measure } from '#app/features/counting/count.ts'
import { sourceOf, threadOf } from './fixture-source.ts'
import { languageOf } from './source-language.ts'

const texts: Record<string, string> = {
  de: `Moore bedecken nur drei Prozent der Landfläche, speichern aber mehr Kohlenstoff als alle Wälder zusammen. Dabei wächst der Torf nur langsam.

In Deutschland sind rund 95 Prozent der Moore entwässert. Sobald Luft an den Torf kommt, zersetzt er sich und gibt Kohlendioxid ab. Das geschieht seit Jahrzehnten.

Am 3. Oktober begann bei Güstrow ein Projekt, das 600 Hektar wieder unter Wasser setzt. Außerdem ernten die Bauern künftig Schilf.

Kritiker halten die Umstellung für zu teuer. Sie verweisen auf Kosten von 10.000 Euro je Hektar.`,
  fr: `Les tourbières couvrent trois pour cent des terres et stockent plus de carbone que toutes les forêts. Elles se forment très lentement.

En France, la moitié des tourbières ont été drainées au XXe siècle. Cependant, M. Royer, qui dirige le parc du Jura, a rebouché 12 kilomètres de fossés. Il attend les premiers résultats.

Le projet a coûté 4 millions d'euros, payés pour moitié par l'Europe. Cela paraît cher. Les agriculteurs de la région reçoivent une aide de 300 euros par hectare.`,
  es: `Las turberas cubren el tres por ciento de la tierra y guardan más carbono que todos los bosques. Por eso son tan valiosas.

En Galicia quedan unas 10.000 hectáreas de turberas vivas. Sin embargo, los parques eólicos ocupan ya una quinta parte de ellas. Este conflicto dura veinte años.

La Sra. Otero dirige un grupo que ha restaurado 40 hectáreas en la sierra del Xistral. El agua volvió en un solo invierno. Además, regresaron las aves.`,
  ja: `湿原は地球の陸地のわずか三パーセントを占めるにすぎないが、すべての森林よりも多くの炭素を蓄えている。それは水が土を満たすからである。

釧路湿原は日本最大の湿原で、面積は約二万六千ヘクタールに及ぶ。しかし、二十世紀の後半に湿原の面積は二割以上減少した。これにより地下水位が下がった。

環境省は二〇〇三年に自然再生事業を始め、川を再び蛇行させる工事を行った。「魚も鳥も戻ってきました」と地元の漁師は話す。`,
  zh: `湿地只占地球陆地面积的百分之三，却储存着比所有森林更多的碳。因此科学家越来越重视湿地。

若尔盖湿地位于四川北部，面积约一万六千平方公里。但是，二十世纪六十年代开挖的水渠使三分之一的泥炭地干涸。这造成了大量碳排放。

二〇一〇年以来，当地牧民堵住了数百条水渠，让水重新留在草原上。黑颈鹤的数量在十年里增加了一倍。`,
  ar: `تغطي الأراضي الرطبة ثلاثة في المئة من اليابسة وتخزن من الكربون أكثر مما تخزنه كل الغابات. هذا يجعلها مهمة جدا.

تقع أهوار العراق في الجنوب بين دجلة والفرات، وقد جففت في التسعينيات. لكن السكان أعادوا المياه إلى نصف مساحتها بعد عام 2003. هم يعيشون من صيد السمك.

أدرجت اليونسكو الأهوار في قائمة التراث العالمي عام 2016. يقول الصيادون إن الأسماك عادت إلى القنوات الصغيرة أولا.`,
  he: `בתי גידול לחים מכסים שלושה אחוזים מהיבשה ואוגרים יותר פחמן מכל היערות יחד. לכן הם חשובים כל כך.

ביצת החולה יובשה בשנות החמישים של המאה העשרים, וחלקות הכבול החלו לבעור. אבל בשנת 1994 הוצף מחדש חלק מן העמק. הוא נקרא אגמון החולה.

מאז חזרו לעמק עשרות אלפי עגורים בכל חורף. החקלאים מקבלים תשלום כדי להאכיל את הציפורים בשדות.`,
  hi: `आर्द्रभूमि धरती के केवल तीन प्रतिशत भाग पर है, फिर भी सारे जंगलों से अधिक कार्बन सँजोती है। इसलिए इसका महत्व बढ़ रहा है।

केरल की वेम्बनाड झील भारत की सबसे लंबी झील है और दो हज़ार वर्ग किलोमीटर में फैली है। लेकिन पिछली सदी में इसका एक तिहाई हिस्सा सूख गया। यह चिंता की बात है।

२०१५ से गाँव के लोग नहरों की सफ़ाई कर रहे हैं और धान के खेतों में पानी रोक रहे हैं। मछुआरों का कहना है कि मछलियाँ लौट आई हैं।`,
}
const pointsBack =
  /^(?:Dabei|Das geschieht|Außerdem|Sie|Elles|Il|Cela|Cependant|Por eso|Este|Además|Sin embargo|それ|これ|しかし|因此|但是|这|هذا|هم|לכן|הוא|इसलिए|यह)/u

describe('threads in other languages', () => {
  it.each(Object.keys(texts))(
    '%s: whole sentences that stand alone, in order, in the source’s own words',
    async (language) => {
      const source = sourceOf(texts[language] ?? '', { language, url: 'https://example.com/a' })
      const thread = await threadOf(source)
      expect(thread.length).toBeGreaterThanOrEqual(2)
      for (const { text } of thread) {
        expect(text).not.toMatch(pointsBack)
        expect(measure(text, 'x').over).toBe(false)
        expect(text).not.toContain('…')
        expect(text.replace(/\s+https:\S+$/u, '')).toMatch(/[.。।”」]$/u)
      }
      const starts = thread.map(({ spans }) => spans[0]?.start ?? 0)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    },
  )

  it('tells the language of a source that does not state it', () => {
    for (const [language, text] of Object.entries(texts)) expect(languageOf(null, text)).toBe(language)
    expect(languageOf('nl', texts.de ?? '')).toBe('nl')
    expect(languageOf(null, 'Qapla batlh jup ghaj Hoch')).toBe('und')
  })
})
