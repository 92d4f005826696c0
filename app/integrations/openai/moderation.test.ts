import { afterEach, describe, expect, test } from 'vitest'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createModerationClient } from './moderation.server.ts'

let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

async function connect(options: FakeOpenAiOptions = {}, timeoutMs = 3_000) {
  fake = await startFakeOpenAi(options)
  return createModerationClient({ apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs })
}

describe('moderation', () => {
  test('scores each text by itself, many in several requests, in their order', async () => {
    const moderate = await connect({ flagWords: { marked: 'hate' } })
    const texts = Array.from({ length: 20 }, (_, at) => (at === 18 ? 'marked' : `Text ${at}`))
    const scores = await moderate(texts)
    expect(scores.map(({ hate = 0 }) => hate > 0.9)).toEqual(texts.map((text) => text === 'marked'))
    expect(fake!.moderations.map((request) => request.texts.length).sort()).toEqual([16, 4])
  })

  test.each<[string, Behaviour, string]>([
    ['busy', { kind: 'error', status: 429, retryAfterSeconds: 60 }, 'model-busy'],
    ['busy without a wait', { kind: 'error', status: 429 }, 'model-busy'],
    ['broken', { kind: 'error', status: 500 }, 'model-unavailable'],
    ['silent', { kind: 'silent' }, 'model-timed-out'],
    ['stalled', { kind: 'thread', stallAtByte: 50 }, 'model-timed-out'],
    ['cut', { kind: 'thread', cut: { atByte: 50, how: 'clean' } }, 'model-cut-short'],
    ['torn', { kind: 'thread', cut: { atByte: 50, how: 'destroy' } }, 'model-cut-short'],
    ['malformed', { kind: 'malformed' }, 'model-cut-short'],
    ['of another form', { kind: 'raw', parts: ['{"results":[{}]}'] }, 'model-malformed'],
    ['short of a result', { kind: 'raw', parts: ['{"results":[]}'] }, 'model-malformed'],
  ])('that is %s fails in its short time', async (_what, behaviour, code) => {
    const moderate = await connect({ moderate: () => behaviour }, 300)
    await expect(moderate(['A text.'])).rejects.toMatchObject({ code })
    expect(fake!.moderations).toHaveLength(1)
  })
})
