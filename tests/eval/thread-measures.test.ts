import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { harbour, sourceOf } from '#app/features/generation/builtin/fixture-source.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { leadThread, textRankThread } from './baseline-writers.ts'
import { measureThread } from './thread-measures.ts'

const source: Snapshot = {
  ...sourceOf(harbour, { title: 'Why the harbour of Vellin went electric' }),
  kind: 'text',
  byline: null,
  publishedAt: null,
  contentHash: '0'.repeat(64),
  quality: { score: 100, doubt: null },
}
const evaluate = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tests/eval/main.ts', ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )

describe('the measures of a thread', () => {
  it('see a thread that only holds the lead, and one that points back', () => {
    const end = source.text.length
    const tweets = [
      { text: 'The harbour of Vellin replaced its cranes.', spans: [{ start: 0, end: 40 }] },
      { text: 'It replaced its cranes.', spans: [{ start: 10, end: 60 }] },
      { text: 'Ferries pay less.', spans: [{ start: end - 20, end }] },
    ]
    const measures = measureThread(source, tweets, 3)
    expect(measures).toMatchObject({
      tweets: 3,
      lead: 2 / 3,
      dangling: 1,
      thirds: [2, 0, 1],
      milliseconds: 3,
    })
    expect(measures.redundancy).toBeGreaterThan(0)
    expect(measures.names).toBeGreaterThan(0)
    expect(measureThread(source, [], 0)).toMatchObject({ tweets: 0, lead: 0, redundancy: 0 })
  })
})

describe('the writers it is compared with', () => {
  it('take the first sentences, or those that TextRank puts first, in the source’s order', () => {
    const lead = leadThread(source, 3, 'x')
    expect(lead).toHaveLength(3)
    expect(lead[0]?.text).toMatch(/^By Nora Feld/u)
    const ranked = textRankThread(source, 4, 'x')
    expect(ranked).toHaveLength(4)
    const starts = ranked.map(({ spans }) => spans[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })
})

// Each run starts a process.
describe('npm run eval', { timeout: 60_000 }, () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eval-'))
    await writeFile(join(folder, 'harbour.txt'), source.text)
    await writeFile(join(folder, 'empty.md'), '')
    await writeFile(join(folder, 'short.txt'), 'Too short.')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('prints a line for each writer and page, and the means', async () => {
    const { code, stdout, stderr } = await evaluate('write', folder, '--show')
    expect(code).toBe(0)
    expect(stdout).toMatch(/harbour\.txt +ours.*\n/u)
    expect(stdout).toMatch(/harbour\.txt +textrank/u)
    expect(stdout).toContain('mean of 1')
    expect(stdout).toContain('short.txt: There is too little text')
    expect(stderr).toContain('empty.md: ')
  })

  it('answers bad use in one sentence, with 2', async () => {
    const bad = [[], ['nothing'], ['write'], ['write', join(folder, 'nowhere')]]
    for (const { code, stdout, stderr } of await Promise.all(bad.map((args) => evaluate(...args)))) {
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
