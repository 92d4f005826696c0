import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bridgeArticle } from '#tests/factories/texts.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { runScript } from './run-command.ts'

let model: FakeOpenAi | null = null
afterEach(() => model?.close())

/** One data folder for all, which everybody may enter, since making its database takes longest. */
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadr-test-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `threadr make` with a model that behaves like this. */
async function make(behaviour: Behaviour, args: string[] = ['--json']) {
  model = await startFakeOpenAi({ respond: () => behaviour })
  const variables = {
    THREADR_DATA: folder,
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'test-model',
  }
  return runScript('local/cli/main.ts', ['make', '-', ...args], variables, bridgeArticle).ended
}
const writerOf = (stdout: string) => z.object({ writer: z.string() }).parse(JSON.parse(stdout)).writer

test('a command whose model is down makes the thread all the same, and says who wrote it', async () => {
  const { status, stdout, stderr } = await make({ kind: 'error', status: 500 })
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('The model could not be reached, so the built-in writer wrote this.'),
  })
  expect(writerOf(stdout)).toBe('builtin')
})

test('a command that asks for the model by name fails with the model’s failure', async () => {
  const { status, stdout, stderr } = await make({ kind: 'error', status: 401 }, [
    '--json',
    '--writer',
    'openai',
  ])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('refused our key')
})

test('a command whose model is well says nothing of the kind', async () => {
  const { stdout, stderr } = await make({ kind: 'thread' })
  expect(writerOf(stdout)).toBe('openai')
  expect(stderr).not.toContain('built-in writer')
})

describe('a command whose model writes what the source does not say', () => {
  const first =
    'She counted 41,000 rivets by photograph and estimated the plates from drawings found in a cellar.'
  const second = 'Repairs took four years and cost 83 million euros.'
  const asked: Behaviour = {
    kind: 'tweets',
    tweets: [first, second].map((text) => ({ text, quotes: [] })),
  }
  const madeSchema = z.object({
    source: z.object({ text: z.string() }),
    tweets: z.array(
      z.object({
        text: z.string(),
        verdict: z.enum(['supported', 'partly', 'unsupported', 'opinion']),
        support: z.array(z.strictObject({ start: z.number(), end: z.number(), quote: z.string() })),
      }),
    ),
  })

  test('tells with each tweet its verdict and what backs it, and ends well', async () => {
    const { status, stdout } = await make(asked)
    expect(status).toBe(0)
    const { source, tweets } = madeSchema.parse(JSON.parse(stdout))
    expect(tweets.map(({ text, verdict }) => [text, verdict])).toEqual([
      [first, 'supported'],
      [second, 'partly'],
    ])
    expect(tweets[0]?.support.map(({ quote }) => quote)).toEqual([first])
    for (const { support } of tweets)
      for (const { start, end, quote } of support) expect(source.text.slice(start, end)).toBe(quote)
  })

  test('says in plain output, beside the thread, which tweet is doubted and why', async () => {
    const { status, stdout, stderr } = await make(asked, [])
    expect(status).toBe(0)
    expect(stdout).toBe(`${first}\n\n---\n\n${second}\n`)
    const doubts = stderr.split('\n').filter((line) => line.startsWith('Tweet '))
    expect(doubts).toEqual([
      'Tweet 2 is only partly supported. “83 million euros”: the source says “38 million euros”.',
    ])
  })
})
