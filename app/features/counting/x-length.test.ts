import fc from 'fast-check'
import twitter from 'twitter-text'
import { describe, expect, test, vi } from 'vitest'
import { stumblingTexts } from '#tests/factories/stumbling-texts.ts'
import { weightedLength } from './x-length.ts'

// Many runs of a property take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const reference = (text: string) => twitter.parseTweet(text).weightedLength

const tricky = [
  ['readme.md', 23],
  ['open.ai', 23],
  ['Node.js', 7],
  ['see (https://example.com/a_(b)).', 30],
  ['http://example.com/a?b=c. Then', 29],
  ['example.com?x=1', 27],
  ['example.com:8080/x', 23],
  ['name@example.com', 16],
  ['.@user', 6],
  ['_example.com', 12],
  ['https://t.co/abc/def', 27],
  ['http://日本語.jp/a', 23],
  ['日本語.jp', 9],
  ['co.jp', 23],
  ['http://co.jp', 23],
  ['e\u0301'.repeat(280), 280],
  ['“’—', 3],
  ['…€→•™', 10],
  ['\ud800\udc00\ud800', 4],
  // Halves that meet: a shape that is no emoji, and so joins with none.
  ['\ud83d\udffb\u200d💻', 5],
  ['👨\u200d\ud83d\udffb', 5],
  ['', 0],
] as const

describe('the length of a text on X', () => {
  test.each(tricky)('counts %j as %i, as twitter-text does', (text, length) => {
    expect(weightedLength(text)).toBe(length)
    expect(reference(text)).toBe(length)
  })

  test('equals twitter-text for any mixture of links, marks, scripts and emoji', () => {
    const same = fc.property(stumblingTexts, (text) => {
      expect(weightedLength(text)).toBe(reference(text))
    })
    fc.assert(same, { numRuns: 4000 })
  })

  test('equals twitter-text for strings of any characters before Unicode 12', () => {
    const code = fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0xffff }))
    const text = fc.array(code, { maxLength: 40 }).map((codes) => String.fromCharCode(...codes))
    const same = fc.property(text, (one) => {
      fc.pre(!/[\u267e\u26a7]\ufe0f|\ud83e/.test(one))
      expect(weightedLength(one)).toBe(reference(one))
    })
    fc.assert(same, { numRuns: 1500 })
  })

  test.each([
    '🐦‍🔥',
    '🫱🏽‍🫲🏿',
    '🧑‍💻',
    '🧑🏽‍🚀',
    '❤️‍🔥',
    '🏳️‍⚧️',
    '⚧️',
    '🥷🏿',
    '👩🏻‍🤝‍👨🏿',
    '👩🏽‍❤️‍💋‍👨🏻',
    '🏃🏽‍♀️‍➡️',
    '🧑‍🧑‍🧒‍🧒',
    '🇨🇶',
    '🍋‍🟩',
    '🙂‍↕️',
    '⛓️‍💥',
    '👯🏽‍♀️',
    '🫆',
  ])('counts %s, newer than twitter-text, as 2', (one) => {
    expect(weightedLength(one)).toBe(2)
    expect(weightedLength(`a${one}${one}b`)).toBe(6)
  })

  test('counts every emoji that Unicode recommends as 2, whatever its age', () => {
    const recommended = /^\p{RGI_Emoji}$/v
    const single = Array.from({ length: 0x1fb00 }, (_, code) => code)
      .filter((code) => code > 0xff && (code < 0xd800 || code > 0xdfff))
      .map((code) => String.fromCodePoint(code))
      .filter((one) => /\p{Emoji}/u.test(one))
    const forms = single.flatMap((one) => [one, `${one}\ufe0f`, `${one}🏽`])
    const flags = Array.from({ length: 676 }, (_, n) =>
      String.fromCodePoint(0x1f1e6 + Math.floor(n / 26), 0x1f1e6 + (n % 26)),
    )
    const second = [
      '♀️',
      '♂️',
      '⚕️',
      '💻',
      '🔥',
      '🟩',
      '🟫',
      '⬛',
      '❄️',
      '🩹',
      '💥',
      '⚧️',
      '🦺',
      '🎄',
      '🍼',
      '🩰',
      '🦯',
      '➡️',
      '💨',
    ]
    const first = [
      '👨',
      '👩🏿',
      '🧑',
      '🧑🏻',
      '🏃',
      '🕵️',
      '🕵🏽',
      '🧎🏼',
      '👰',
      '🧔',
      '❤️',
      '⛓️',
      '🏳️',
      '🐦',
      '🐕',
      '🐻',
      '🍄',
      '🍋',
      '😮',
      '👯🏽',
    ]
    const joined = first.flatMap((one) => second.map((other) => `${one}\u200d${other}`))
    const all = [...forms, ...flags, ...joined].filter((one) => recommended.test(one))
    expect(all.length).toBeGreaterThan(1800)
    expect(all.filter((one) => weightedLength(one) !== 2)).toEqual([])
  }, 30_000)

  test('counts joined emoji that form no emoji one by one', () => {
    expect(weightedLength('😀\u200d😀')).toBe(5)
    expect(weightedLength('🇦🇧')).toBe(4)
  })

  test('goes through hostile text in little time', () => {
    for (const unit of [
      'a.',
      '.com',
      '日.',
      '(',
      'http://',
      '/',
      '_a.com',
      '👩\u200d',
      '🟩\u200d',
      'a.com/(',
      '@a.co',
    ]) {
      expect(weightedLength(unit.repeat(4000))).toBeGreaterThan(0)
    }
  })
})
