import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#app/features/sources/snapshot.ts'
import { coverageOf, markPassages } from './passages.ts'

function source(...paragraphs: string[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let start = 0
  for (const paragraph of paragraphs) {
    blocks.push({ kind: 'paragraph', start, end: start + paragraph.length })
    start += paragraph.length + 2
  }
  return { text: paragraphs.join('\n\n'), blocks }
}

function shown(
  { text, blocks }: ReturnType<typeof source>,
  ...passages: [position: number, start: number, end: number][]
) {
  const marked = markPassages(
    text,
    blocks,
    passages.map(([position, start, end]) => ({ position, start, end })),
  )
  return marked.map(({ pieces }) =>
    pieces
      .map((piece) =>
        piece.tweets.length > 0 ? `[${piece.text}|${piece.tweets}|${piece.ending}]` : piece.text,
      )
      .join(''),
  )
}

describe('passages marked in the article', () => {
  it('stand where the tweet took them from', () => {
    expect(shown(source('The sea is cold. Ships wait.'), [1, 0, 16])).toEqual([
      '[The sea is cold.|1|1] Ships wait.',
    ])
  })

  it('may overlap: what two tweets use carries both', () => {
    expect(shown(source('abcdefgh'), [1, 0, 5], [2, 3, 8])).toEqual(['[abc|1|][de|1,2|1][fgh|2|2]'])
  })

  it('run over several blocks, with their number at the very end', () => {
    expect(shown(source('abc', 'def', 'ghi'), [1, 1, 11])).toEqual(['a[bc|1|]', '[def|1|]', '[g|1|1]hi'])
  })

  it('end with their block when only white space follows', () => {
    expect(shown(source('abc', 'def'), [1, 0, 5], [2, 5, 8])).toEqual(['[abc|1|1]', '[def|2|2]'])
  })

  it('never cut an emoji in two', () => {
    const { text, blocks } = source('a😀b')
    expect(shown({ text, blocks }, [1, 2, 4])).toEqual(['a[😀b|1|1]'])
    expect(shown({ text, blocks }, [1, 0, 2])).toEqual(['[a😀|1|1]b'])
  })

  it('reaching beyond the text, or empty, do no harm', () => {
    expect(shown(source('abc'), [1, 1, 99], [2, 2, 2])).toEqual(['a[bc|1|1]'])
  })

  it('of one tweet carry its link target once', () => {
    const { text, blocks } = source('abc', 'def')
    const marked = markPassages(text, blocks, [
      { position: 1, start: 0, end: 1 },
      { position: 1, start: 5, end: 6 },
    ])
    expect(marked.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.first))).toEqual([1])
  })

  it('lose and add no letter, whatever they are', () => {
    const passage = fc.record({
      position: fc.integer({ min: 1, max: 5 }),
      start: fc.nat(40),
      end: fc.nat(40),
    })
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 4 }),
        fc.array(passage),
        (paragraphs, passages) => {
          const { text, blocks } = source(...paragraphs)
          const marked = markPassages(text, blocks, passages)
          expect(marked.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(paragraphs)
        },
      ),
    )
  })
})

describe('coverage', () => {
  it('is the share of the text that the thread uses, overlaps counted once', () => {
    const { text, blocks } = source('abcd', 'efgh')
    const marked = markPassages(text, blocks, [
      { position: 1, start: 0, end: 3 },
      { position: 2, start: 2, end: 4 },
    ])
    expect(coverageOf(marked)).toEqual({ share: 0.5, stretches: [{ from: 0, to: 0.5 }] })
  })

  it('shows what is left out between', () => {
    const { text, blocks } = source('abcd')
    const marked = markPassages(text, blocks, [
      { position: 1, start: 0, end: 1 },
      { position: 2, start: 3, end: 4 },
    ])
    expect(coverageOf(marked).stretches).toEqual([
      { from: 0, to: 0.25 },
      { from: 0.75, to: 1 },
    ])
  })

  it('of nothing is nothing', () => {
    expect(coverageOf([])).toEqual({ share: 0, stretches: [] })
  })
})
