import { describe, expect, it } from 'vitest'
import { stopWords } from './stop-words.ts'
import { wordCount, words } from './words.ts'

const found = (text: string, language?: string) =>
  words(text, language).map(({ start, end }) => text.slice(start, end))

describe('words', () => {
  it('keeps the marks inside a word and drops those around it', () => {
    expect(found('“Don’t pay 3.14 for e-mail,” (she) said.')).toEqual([
      'Don’t',
      'pay',
      '3.14',
      'for',
      'e-mail',
      'she',
      'said',
    ])
  })

  it('takes combining marks and letters beyond the basic plane into a word, and no joint at its end', () => {
    expect(found('re\u0301sume\u0301. 𝐚b-𝐜 l’été- x_ 3.5%')).toEqual([
      're\u0301sume\u0301',
      '𝐚b-𝐜',
      'l’été',
      'x',
      '3.5',
    ])
  })

  it('finds the words of scripts without spaces', () => {
    expect(found('猫が好きです', 'ja')).toContain('猫')
    expect(found('我喜欢猫', 'no such tag!')).toContain('猫')
  })

  it('counts unspaced text by its characters, so that a paragraph is no single word', () => {
    expect(wordCount('Three plain words.')).toBe(3)
    expect(wordCount('湿原は多くの炭素を')).toBe(5)
    expect(wordCount('')).toBe(0)
  })
})

describe('stopWords', () => {
  it('knows a language by its primary subtag and says nothing of others', () => {
    expect(stopWords('en-GB').has('the')).toBe(true)
    expect(stopWords('de').has('und')).toBe(true)
    expect(stopWords('tlh').size).toBe(0)
  })
})
