import { afterEach, expect, test } from 'vitest'
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from './server.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

async function moderate(body: unknown, options: FakeOpenAiOptions = {}) {
  fake ??= await startFakeOpenAi(options)
  const response = await fetch(`${fake.url}/moderations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fake.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('flags the texts that hold a marker, each with its category', async () => {
  const input = ['All is well.', 'A whale-word.', 'flag:sexual/minors']
  const { status, text } = await moderate({ input }, { flagWords: { 'whale-word': 'hate/threatening' } })
  expect(status).toBe(200)
  const { model, results } = JSON.parse(text)
  expect(model).toBe('omni-moderation-latest')
  expect(results.map((result: { flagged: boolean }) => result.flagged)).toEqual([false, true, true])
  expect(results[1].categories).toMatchObject({
    'hate/threatening': true,
    hate: false,
    'illicit/violent': false,
  })
  expect(results[2].categories).toMatchObject({ 'sexual/minors': true, sexual: false })
  expect(results[1].category_scores['hate/threatening']).toBeGreaterThan(0.9)
  expect(Object.keys(results[0].category_applied_input_types)).toEqual(Object.keys(results[0].categories))
  expect(fake!.moderations).toEqual([{ model: 'omni-moderation-latest', texts: input }])
})

test('refuses what OpenAI refuses', async () => {
  expect((await moderate({ input: [] })).status).toBe(400)
  expect((await moderate({ input: 'a', model: 'gpt-4.1' })).status).toBe(400)
  expect(fake!.moderations).toHaveLength(0)
})

test('goes wrong where it is told to', async () => {
  const script: FakeOpenAiOptions = {
    moderate: (_request, index) =>
      index === 0 ? { kind: 'error', status: 429, retryAfterSeconds: 7 } : { kind: 'malformed' },
  }
  const busy = await moderate({ input: 'a' }, script)
  expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7'])
  const { text } = await moderate({ input: 'a' })
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})
