import { describe, expect, test } from 'vitest'
import { checkerFor } from './checker-for.ts'

const english = `The kilns in Burslow now run for 120 hours a week. The pottery employs 610 people, most of them from the valley. Dry the pan in a warm oven right away. A nap before a night shift may do more for nurses than one during the shift. The early group napped at 6:15 p.m., the late group at 3 a.m. All took a test. Medication errors did not differ between the groups. The council closed the lido, which had lost money for years. A wet glove froze to the railing. The report runs to many pages on pumps and drains.`
const german = `Die Gemeinde beteiligt sich mit 3,6 Millionen Franken. Der Kanton steuert den Rest bei. Im Keller fanden Arbeiter Asbest, was die Arbeiten am Bad um fünf Monate verzögerte. Gelernt habe ich das Backen von der Bäckerin Vreni Zbinden aus Rüeggswil. Sie hat mir viel gezeigt. Ich backe bei 240 Grad an und senke nach 15 Minuten auf 200 Grad. Mein Brot hält sich lange.`
const spanish = `La presa está en su nivel más bajo desde 1997. El tren quedó parado por una avería en el motor durante siete meses. El pasaje, de $620, no subirá.`
const japanese = `明治31年、善兵衛は県に陳情したが断られた。渡し舟は増水のたびに何日も止まった。`

const sources = { en: english, de: german, es: spanish, ja: japanese }
type Tag = keyof typeof sources

const check = async (language: Tag, text: string) =>
  (await checkerFor({ text: sources[language], language }))({ text })

describe('what is put behind the source’s own words is doubted', () => {
  test.each<[string, Tag, string, string]>([
    [
      'a clause',
      'en',
      'The kilns in Burslow now run for 120 hours a week, and a new one is being built.',
      'and a new one is being built',
    ],
    [
      'a clause behind a count',
      'de',
      'Die Gemeinde beteiligt sich mit 3,6 Millionen Franken, und auch die örtlichen Hoteliers zahlen mit.',
      'und auch die örtlichen Hoteliers zahlen mit',
    ],
    [
      'a sentence that says nothing of the writer',
      'en',
      'Dry the pan in a warm oven right away. A hair dryer works just as well.',
      'A hair dryer works just as well.',
    ],
    [
      'a sentence that says nothing of the writer',
      'es',
      'El pasaje, de $620, no subirá. Los estudiantes, eso sí, tendrán que renovar su tarjeta.',
      'Los estudiantes, eso sí, tendrán que renovar su tarjeta.',
    ],
    [
      'a cause in a contraction',
      'es',
      'La presa está en su nivel más bajo desde 1997 por culpa del crecimiento.',
      'por culpa del',
    ],
    ['a cause at the end', 'ja', '渡し舟が何日も止まったのは、船頭の足が痛むからだ。', 'からだ'],
    [
      'a name in a story told by an I',
      'de',
      'Gelernt habe ich das Backen von der Bäckerin Margrit Hösli aus Rüeggswil.',
      'Margrit',
    ],
  ])('%s (%s): %s', async (_what, language, text, told) => {
    const { verdict, reasons } = await check(language, text)
    expect(['partly', 'unsupported']).toContain(verdict)
    expect(reasons.map(({ at }) => text.slice(at.start, at.end))).toContain(told)
  })
})

describe('what goes on as the source does is left alone', () => {
  test.each<[string, Tag, string]>([
    [
      'the sentence beside, in the same breath',
      'en',
      'The kilns in Burslow now run for 120 hours a week, and the pottery employs 610 people.',
    ],
    [
      'a short view behind a fact',
      'en',
      'The pottery employs 610 people, most of them from the valley. Love it!',
    ],
    ['a view by its word', 'en', 'Dry the pan in a warm oven right away. I swear by this trick every time.'],
    [
      'one sentence at greater length',
      'en',
      "One thing the naps didn't change: medication errors were no different between the early nappers and the late ones.",
    ],
    [
      'words of their own around the source’s numbers',
      'de',
      'Der Ofen startet bei 240 Grad, nach einer Viertelstunde gehts auf 200 Grad runter.',
    ],
    [
      'a cause told by a clause',
      'de',
      'Arbeiter fanden Asbest im Keller. Deshalb dauerten die Arbeiten am Bad fünf Monate länger.',
    ],
    ['a cause told by a small word', 'es', 'Tras siete meses parado por culpa del motor, el tren vuelve.'],
  ])('%s (%s): %s', async (_what, language, text) => {
    expect((await check(language, text)).reasons).toEqual([])
  })
})
