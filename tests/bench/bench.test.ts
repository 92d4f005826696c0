import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { asMarkdown } from './markdown.ts'
import { type Figure, fallsShort, line, medianRatio } from './ratio.ts'
import { resultsIn } from './results.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadr-bench-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bench = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ status: number; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--no-warnings', 'tests/bench/main.ts', ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, said: `${stdout}${stderr}` }),
    )
  })

describe('what a benchmark says', () => {
  test.each<[Figure['bar'], number, boolean]>([
    [{ atLeast: 0.8 }, 0.8, false],
    [{ atLeast: 0.8 }, 0.79, true],
    [{ atMost: 1.5 }, 1.5, false],
    [{ atMost: 1.5 }, 1.51, true],
    [{ atMost: 1.5 }, Number.NaN, true],
    [{ atLeast: 0.8 }, Number.NaN, true],
  ])('with the bar %o, %d falls short: %s', (bar, ratio, short) => {
    expect(fallsShort({ name: 'one', ratio, bar })).toBe(short)
    expect(line({ name: 'one', ratio, bar })).toMatch(short ? /^SHORT / : /^ok /)
    expect(fallsShort({ name: 'one', ratio, bar: null })).toBe(false)
  })

  test('what takes twice as long has about half the rate', () => {
    const work = () => {
      let sum = 0
      for (let at = 0; at < 2_000_000; at += 1) sum += at % 7
      return sum
    }
    const twice = () => {
      work()
      work()
    }
    const ratio = medianRatio(work, twice)
    expect(ratio).toBeGreaterThan(0.25)
    expect(ratio).toBeLessThan(0.8)
  })
})

test('with ours slowed to half on purpose the command falls short, says by what, and ends with 1', async () => {
  const json = join(folder, 'slowed.json')
  const { status, said } = await bench(['extraction', '--json', json], { BENCH_SLOWS_OURS: '2' })
  expect(said).toMatch(/^SHORT extraction, ours \/ Readability alone, CPU: /m)
  expect(status).toBe(1)
  expect(asMarkdown(resultsIn(json).read(), ['extraction'])).toMatch(
    /^\| `extraction` \| .* \| SHORT \| [\d-]{10} \|$/m,
  )
}, 120_000)

test('of each benchmark the last result is kept, and printed in their order', () => {
  const json = join(folder, 'kept', 'results.json')
  const kept = (benchmark: string, ratio: number, full = false) =>
    resultsIn(json).keep({
      benchmark,
      at: '2026-01-02T03:04:05.678Z',
      full,
      seconds: 1,
      figures: [{ name: `of ${benchmark}`, ratio, bar: { atLeast: 1 } }],
    })
  kept('two', 1)
  kept('one', Number.NaN)
  kept('two', 2, true)
  expect(asMarkdown(resultsIn(json).read(), ['one', 'two']).split('\n').slice(2)).toEqual([
    '| `one` | of one | NaN | ≥ 1 | SHORT | 2026-01-02 |',
    '| `two --full` | of two | 2.00 | ≥ 1 | ok | 2026-01-02 |',
  ])
})

test('a benchmark that there isn’t is told, with those that there are', async () => {
  const { status, said } = await bench(['nothing'])
  expect(status).toBe(2)
  expect(said).toContain('There is no benchmark nothing.')
  expect(said).toContain('extraction')
})
