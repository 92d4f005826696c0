import { describe, expect, test } from 'vitest'
import { quoteLocator } from '#app/features/support/locate-quotes.ts'
import { exampleInput, exampleSource } from '#tests/fakes/openai/example-input.ts'
import { omission } from './article.ts'
import { excerptFor } from './excerpt.ts'
import { threadRequest } from './prompt.ts'
import { roomFor } from './room.ts'

const paragraph = (at: number) =>
  `Paragraph ${at} begins here and says something of its own. ${`It goes on to say more of matter ${at}. `.repeat(6)}Paragraph ${at} ends here.`
const long = exampleSource(['The title', ...Array.from({ length: 80 }, (_, at) => paragraph(at))])
const quoteOf = (at: number) => `It goes on to say more of matter ${at}.`
const spanOf = (at: number) => {
  const start = long.text.indexOf(quoteOf(at))
  return { start, end: start + quoteOf(at).length }
}

describe('what a thread is written from', () => {
  test('is the passages of its points with what stands around them, the heading over them and the opening', () => {
    const headed = {
      ...long,
      blocks: long.blocks.map((block, at) => (at === 31 ? { ...block, kind: 'heading' as const } : block)),
    }
    const sent = excerptFor(headed, [spanOf(40), spanOf(60)])
    expect(sent.length).toBeLessThan(long.text.length / 5)
    expect(sent.startsWith('The title\n\nParagraph 0 begins')).toBe(true)
    for (const at of [40, 60]) {
      expect(sent).toContain(quoteOf(at))
      expect(sent).toContain(`Paragraph ${at} begins here`)
      expect(sent).toContain(`Paragraph ${at} ends here.`)
    }
    expect(sent).toContain(`${omission}\n\n${paragraph(30)}\n\n${omission}`)
    expect(sent).not.toContain('Paragraph 50')
    expect(sent.endsWith(omission)).toBe(true)
  })

  test('is made of the text as it stands, in its order, so that quotes from it are found again', () => {
    const pieces = excerptFor(long, [spanOf(70), spanOf(20)]).split(`\n\n${omission}\n\n`)
    const found = quoteLocator(long.text)(pieces.map((piece) => piece.replace(omission, '').trim()))
    expect(found).toHaveLength(pieces.length)
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b))
  })

  test('holds no half of a sentence', () => {
    for (const piece of excerptFor(long, [spanOf(33)]).split(omission))
      expect(piece.trim()).toMatch(/^(?:(?:The title|Paragraph|It goes on)[\s\S]*\.)?$/u)
  })

  test('is the whole article where that is short, or where the points are about most of it', () => {
    const short = exampleSource()
    expect(excerptFor(short, [{ start: 30, end: 60 }])).toBe(short.text)
    const everywhere = Array.from({ length: 80 }, (_, at) => spanOf(at))
    expect(excerptFor(long, everywhere)).toBe(long.text)
  })

  test('of a text without a blank or a full stop is no more than stands around the passage', () => {
    const endless = { text: 'a'.repeat(20_000), blocks: [] }
    const sent = excerptFor(endless, [{ start: 9_000, end: 9_050 }])
    expect(sent.length).toBeLessThan(4_000)
  })
})

describe('the request for a thread', () => {
  const point = (at: number) => ({ text: `Point ${at}`, spans: [spanOf(at)] })
  const userOf = (plan: { points: number[]; isChosen: boolean } | null, length: number | null = null) => {
    const input = exampleInput({ source: long, options: { length } })
    const planned = plan && { isChosen: plan.isChosen, points: plan.points.map(point) }
    return (
      threadRequest({ ...input, ...(planned && { plan: planned }) }, roomFor('x', input.options)).messages[1]
        ?.content ?? ''
    )
  }

  test('holds the whole article without a plan, and with one too short for the length that is wished for', () => {
    expect(userOf(null)).toContain(long.text)
    expect(userOf({ points: [40, 60], isChosen: false }, 5)).toContain(long.text)
  })

  test('holds no more than its plan is about, and says that something is left out', () => {
    for (const user of [
      userOf({ points: [40, 60], isChosen: false }),
      userOf({ points: [40, 60], isChosen: true }, 5),
    ]) {
      expect(user.length).toBeLessThan(long.text.length / 4)
      expect(user).toContain(`passages are left out and marked ${omission}`)
      expect(user).toContain('1. Point 40')
    }
  })
})
