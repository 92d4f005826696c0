import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './sentences.ts'

const split = (text: string, language?: string) =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end).trim())

describe('sentences', () => {
  it('leaves no gap and loses nothing, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '. ',
        '! ',
        '? ',
        '…',
        '\n',
        '\n\n',
        '" ',
        '.” ',
        '。',
        'Dr. ',
        'z. B. ',
        '3.14',
        '[1]',
        '(',
        ')',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.constantFrom('en', 'de', 'ja', 'zh', 'ar', 'xx'),
        (pieces, language) => {
          const text = pieces.join('')
          const ranges = sentences(text, language)
          expect(ranges.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          for (const [index, { start, end }] of ranges.entries()) {
            expect(end).toBeGreaterThan(start)
            expect(start).toBe(ranges[index - 1]?.end ?? 0)
          }
        },
      ),
    )
  })

  it('gives white space to the sentence before it', () => {
    expect(sentences('One.  Two.\n')).toEqual([
      { start: 0, end: 6 },
      { start: 6, end: 11 },
    ])
    expect(sentences('')).toEqual([])
  })

  it.each([
    [
      'Dr. Adler met J. R. Moss, e.g. at No. 5. They talked.',
      ['Dr. Adler met J. R. Moss, e.g. at No. 5.', 'They talked.'],
    ],
    [
      'It serves the U.S. Army in the U.S. The base is old.',
      ['It serves the U.S. Army in the U.S.', 'The base is old.'],
    ],
    ['Rain fell at 3 p.m. yesterday. It was 3.14 mm.', ['Rain fell at 3 p.m. yesterday.', 'It was 3.14 mm.']],
    ['“Really?” Mr Moss said. “Yes.” Then he left.', ['“Really?” Mr Moss said.', '“Yes.”', 'Then he left.']],
    ['It closed in 1998.[1] The owner died.[2]', ['It closed in 1998.[1]', 'The owner died.[2]']],
    [
      'The plan failed. (Nobody had asked.) A new one came.',
      ['The plan failed.', '(Nobody had asked.)', 'A new one came.'],
    ],
    [
      'Well… perhaps. Yahoo! is a name. iPhones are too.',
      ['Well… perhaps.', 'Yahoo! is a name.', 'iPhones are too.'],
    ],
    ['See https://example.com/a.b?c=d. Or not.', ['See https://example.com/a.b?c=d.', 'Or not.']],
    ['1. Heat the oven. 2. Wait.', ['1. Heat the oven.', '2. Wait.']],
  ])('English: %s', (text, expected) => {
    expect(split(text, 'en')).toEqual(expected)
  })

  it.each([
    [
      'de',
      'Er lebte 44 v. Chr. in Rom. Am 3. Oktober kam z. B. Dr. Meier.',
      ['Er lebte 44 v. Chr. in Rom.', 'Am 3. Oktober kam z. B. Dr. Meier.'],
    ],
    ['de', '„Komm.“ Dann ging er usw. Das war es.', ['„Komm.“', 'Dann ging er usw.', 'Das war es.']],
    ['fr', '« Viens. » M. Roux est parti. Il pleut.', ['« Viens. »', 'M. Roux est parti.', 'Il pleut.']],
    ['es', '¿Quién? El Sr. Paz llegó. ¡Bien!', ['¿Quién?', 'El Sr. Paz llegó.', '¡Bien!']],
    ['ja', '雨です。「帰ろう。」と言った。風も強い。', ['雨です。', '「帰ろう。」と言った。', '風も強い。']],
    ['zh', '“走吧。”他说。天黑了。', ['“走吧。”他说。', '天黑了。']],
    ['ar', 'هل تفهم؟ نعم. شكرا.', ['هل تفهم؟', 'نعم.', 'شكرا.']],
    ['he', 'הגשם ירד. הרחוב ריק.', ['הגשם ירד.', 'הרחוב ריק.']],
    ['hi', 'पानी गिरा।सड़क खाली है।', ['पानी गिरा।', 'सड़क खाली है।']],
  ])('%s: %s', (language, text, expected) => {
    expect(split(text, language)).toEqual(expected)
  })

  it('ends a sentence at a line break, but not inside a hard-wrapped paragraph', () => {
    expect(split('a title\nAnd a line')).toEqual(['a title', 'And a line'])
    const wrapped = 'This paragraph was wrapped by hand at some seventy letters, as mail\nprograms do. Next.'
    expect(split(wrapped)).toEqual([wrapped.slice(0, wrapped.indexOf('Next') - 1), 'Next.'])
  })

  it('knows the sentences of somebody who never uses capitals', () => {
    expect(split('hello there. this is fine. see you e.g. tomorrow.')).toEqual([
      'hello there.',
      'this is fine.',
      'see you e.g. tomorrow.',
    ])
  })
})
