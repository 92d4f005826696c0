import { expect, test } from 'vitest'
import { readEnv } from '#app/platform/env.ts'
import { exampleInput, writeAll } from '#tests/fakes/openai/example-input.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { createOpenAiWriter } from './openai-writer.ts'

async function threadOver(api: 'chat' | 'responses') {
  const fake = await startFakeOpenAi()
  const env = readEnv({
    DATABASE_URL: 'postgres://localhost/threadr',
    SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
    STORAGE_FOLDER: '/var/lib/threadr/files',
    OPENAI_API_KEY: fake.apiKey,
    OPENAI_BASE_URL: fake.url,
    OPENAI_API: api,
  })
  const { openai } = env
  if (!openai) throw new Error('A key is set, so there is a model.')
  const { tweets, error } = await writeAll(createOpenAiWriter(openai), exampleInput())
  await fake.close()
  expect(error).toBeNull()
  expect(fake.requests.map(({ endpoint }) => endpoint)).toEqual([api])
  return tweets
}

test('OPENAI_API=responses gives the same thread over the other API', async () => {
  const tweets = await threadOver('responses')
  expect(tweets.length).toBeGreaterThanOrEqual(3)
  expect(tweets).toEqual(await threadOver('chat'))
})
