import { describe, expect, it } from 'vitest'
import { bestRuns } from './best-runs.ts'
import { centrality, ranks, similarity, vectors } from './centrality.ts'
import type { Run } from './runs.ts'

describe('centrality', () => {
  it('puts the sentence that the others share words with first', () => {
    const [cranes, ...others] = centrality(
      vectors([
        ['crane', 'harbour', 'noise'],
        ['crane', 'price'],
        ['harbour', 'ship'],
        ['noise', 'night'],
        ['soup'],
      ]),
    )
    for (const other of others) expect(cranes).toBeGreaterThan(other)
  })

  it('ranks a book’s sentences too, by their nearness to the whole', () => {
    const documents = Array.from({ length: 900 }, (_, index) => [
      `word${index}`,
      index % 2 ? 'crane' : `other${index}`,
    ])
    const found = centrality(vectors(documents))
    expect(found).toHaveLength(900)
    expect(found[1]).toBeGreaterThan(found[2] ?? 1)
  })

  it('compares texts from 0 to 1', () => {
    const [one, same, other, empty] = vectors([['a', 'b'], ['a', 'b'], ['c'], []])
    expect(similarity(one!, same!)).toBeCloseTo(1)
    expect(similarity(one!, other!)).toBe(0)
    expect(similarity(one!, empty!)).toBe(0)
  })

  it('gives equal values the same rank', () => {
    expect(ranks([3, 1, 1, 2])).toEqual([1, 0, 0, 2 / 3])
    expect(ranks([5])).toEqual([1])
  })
})

describe('choosing runs', () => {
  const run = (first: number, last: number, value: number, continues = false): Run => ({
    first,
    last,
    value,
    continues,
    length: 100,
  })
  const choose = (runs: Run[], count: number, continuing = false) =>
    bestRuns({ body: runs, closing: runs, unitCount: 6, after: 0, count, continuing })?.map(
      (one) => `${one.first}-${one.last}`,
    )

  it('takes the greatest worth in all, without overlap and in order', () => {
    expect(choose([run(1, 3, 5), run(1, 1, 3), run(2, 3, 3), run(4, 5, 1)], 2)).toEqual(['1-1', '2-3'])
    expect(choose([run(1, 3, 5), run(1, 1, 3), run(2, 3, 3), run(4, 5, 4)], 2)).toEqual(['1-3', '4-5'])
  })

  it('finds none where there are not enough', () => {
    expect(choose([run(1, 5, 9), run(2, 4, 3)], 2)).toBeUndefined()
    expect(choose([run(0, 0, 9)], 1)).toBeUndefined()
  })

  it('lets a tweet go on only from the one right before it', () => {
    const runs = [run(1, 1, 1), run(1, 2, 3), run(2, 3, 1, true), run(3, 4, 1, true)]
    expect(choose(runs, 2)).toBeUndefined()
    expect(choose(runs, 2, true)).toEqual(['1-2', '3-4'])
    expect(choose(runs, 3, true)).toBeUndefined()
  })
})
