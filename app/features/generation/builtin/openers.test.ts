import { describe, expect, it } from 'vitest'
import { leansOnContext, refersToPage, vagueness, withoutConnective } from './openers.ts'

const known = new Set(['Ada', 'Oslo', 'NASA', 'Brown', 'July', 'Monday'])
const named = (text: string) => [...known].some((name) => new RegExp(`\\b${name}\\b`, 'u').test(text))
const leans = (text: string, language = 'en') => leansOnContext(text, language, named)

describe('a sentence that needs the one before it', () => {
  it.each([
    'He vowed to keep trying.',
    'It has grown since 2009.',
    'This makes the tool faster.',
    'These queues act as a buffer.',
    'That ABI is arbitrary.',
    'That’s why nobody came.',
    'Such files are rare.',
    'The former is cheap, the latter is not.',
    'For example, a plug may break.',
    'Because of this, the bridge was closed.',
    'At that time, nobody had a licence.',
    'With just 18 months left in power, he said it was over.',
    'In June, after the flood, she left.',
    'You can also use them as plugins.',
    'Its value lies in the details.',
    'Another advantage is the price.',
    '“They never asked,” said the mayor.',
    '(Nobody knows why.)',
    'So the team tried again.',
    'Others disagree.',
    'Only the first in the queue goes on; the others wait.',
    'All three have been improved.',
    'Based on this design, two parts were built.',
    'In July 1823 his lens was lit.',
    'On Monday her plan was read out.',
  ])('%s', (text) => {
    expect(leans(text)).toBe(true)
  })

  it.each([
    'Ada Brown said she would keep trying.',
    'It is important to tell the two apart.',
    'It takes three weeks to dry.',
    'There are only a few left.',
    'This year, the harbour earned more.',
    'Those who came early got a seat.',
    'When the team finished, they went home.',
    'Since its introduction, NASA has used it daily.',
    'The president said he was not sure.',
    'We had questions, so we started asking.',
    'Every engineer keeps their own notes.',
    'Following the storm, the quay was closed.',
    'You can run the program on any machine.',
    'Oslo has more trees than it has people.',
  ])('but not: %s', (text) => {
    expect(leans(text)).toBe(false)
  })

  it.each([
    ['de', 'Dabei wächst der Torf.', 'Das neue Haus steht am See.'],
    ['de', 'Das ist teuer.', 'Es gibt zwei Wege.'],
    ['de', 'Das geschieht seit Jahren.', 'Das erst 2019 gebaute Haus steht leer.'],
    ['de', 'Unterstützt wird dabei der Standard.', 'Die Stadt baut eine Brücke.'],
    ['fr', 'Il a refusé.', 'Il y a deux raisons.'],
    ['fr', 'Cette ville grandit.', 'La ville grandit cette année.'],
    ['es', 'Este proyecto crece.', 'Esta semana llovió mucho.'],
    ['es', 'Por eso se fue.', 'El puerto creció un tercio.'],
    ['it', 'Questo cambia tutto.', 'La città cresce.'],
    ['pt', 'Isso muda tudo.', 'A cidade cresce.'],
    ['nl', 'Daarom ging hij weg.', 'De stad groeit.'],
    ['ja', 'これにより水位が下がった。', '今年は雨が多い。'],
    ['zh', '因此他们离开了。', '港口增长了三分之一。'],
    ['ar', 'هذا المشروع ينمو.', 'ينمو الميناء كل عام.'],
    ['he', 'לכן הם עזבו.', 'הנמל גדל בשליש.'],
    ['hi', 'इसलिए वे चले गए।', 'बंदरगाह एक तिहाई बढ़ा।'],
  ])('%s: %s, but not: %s', (language, leaning, free) => {
    expect(leans(leaning, language)).toBe(true)
    expect(leans(free, language)).toBe(false)
  })

  it('asks nothing of a language it does not know', () => {
    expect(leans('He is the Danish for heath.', 'tlh')).toBe(false)
  })
})

describe('a connective that only joins', () => {
  it.each([
    ['en', 'However, race relations had improved.', 'Race relations had improved.'],
    ['en', 'But, in fact, the bridge held all winter.', 'The bridge held all winter.'],
    ['en', 'Note that the price is per metre.', 'The price is per metre.'],
    ['en', 'In 2024, though, cloud spending fell.', 'In 2024, cloud spending fell.'],
    ['en', 'The cranes, however, were made in Turku.', 'The cranes were made in Turku.'],
    ['en', 'First let the dough rest for an hour.', 'First let the dough rest for an hour.'],
    ['en', 'Now that it is done, everyone sleeps.', 'Now that it is done, everyone sleeps.'],
    ['de', 'Und die Bauern ernten Schilf.', 'Die Bauern ernten Schilf.'],
    ['fr', 'Mais la ville a refusé le projet.', 'La ville a refusé le projet.'],
    ['es', 'Sin embargo, la ciudad creció.', 'La ciudad creció.'],
    ['ja', 'しかし、湿原の面積は二割も減少した。', '湿原の面積は二割も減少した。'],
    ['zh', '但是，港口的收入仍然增长了三分之一。', '港口的收入仍然增长了三分之一。'],
  ])('%s: %s', (language, text, expected) => {
    expect(withoutConnective(text, language)).toBe(expected)
  })
})

describe('a sentence about the page', () => {
  it.each([
    'As mentioned above, the cranes were old.',
    'Figure 2 shows their age.',
    'See the Data Model section below.',
    'The previous section explains the terms.',
    'In this section, we describe the parts.',
    'We won’t discuss these here.',
  ])('%s', (text) => {
    expect(refersToPage(text, 'en')).toBe(true)
  })

  it('is not one that only uses the same words', () => {
    expect(refersToPage('Phones with Android 2.2 and above can run it.', 'en')).toBe(false)
    expect(refersToPage('A large section of the public agreed.', 'en')).toBe(false)
    expect(refersToPage('Abbildung 2 zeigt das Alter.', 'de')).toBe(false)
  })
})

describe('vagueness', () => {
  it('is more the more a sentence takes for granted', () => {
    expect(vagueness('The harbour of Vellin replaced its cranes.', 'en')).toBe(0)
    expect(vagueness('The company was founded in 2004.', 'en')).toBeGreaterThan(0)
    expect(vagueness('The system supports this capability at Vellin.', 'en')).toBeGreaterThan(0)
    expect(vagueness('Wir zeigen dies in diesem Artikel.', 'de')).toBe(0)
  })
})
