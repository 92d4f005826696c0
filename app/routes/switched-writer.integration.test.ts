import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWriterChoice } from '#app/features/generation/choose-writer.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()
let behaviour: Behaviour
let model: FakeOpenAi
let models = 0
beforeAll(async () => {
  model = await startFakeOpenAi({ respond: () => behaviour })
})
afterAll(() => model.close())

/** A browser with a thread that was submitted while the model behaves like this. */
async function withThread(first: Behaviour) {
  behaviour = first
  // Another model each time, since models that fail five times in a row are left alone.
  models += 1
  const name = `test-model-${models}`
  const variables = { OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url, OPENAI_MODEL: name }
  const browser = browserOf(database, variables)
  const answer = await browser.request(submit, '/?index', { form: { source: bridgeArticle } })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const url = answer.headers.get('Location') ?? ''
  const params = { threadId: url.split('/').at(-1) ?? '' }
  const shown = async () => (await browser.request(loader, url, { params })).data
  const writerFor = createWriterChoice(
    {
      openai: { apiKey: model.apiKey, baseUrl: model.url, model: name },
      openaiFallback: null,
      modelDailyCents: 100,
    },
    { pool: database.owner.pool, logger: database.logger, door: { tries: 1 } },
  )
  const run = async () =>
    runGeneration({ ...runDependencies(database), writerFor }, jobOf((await shown()).generation.id, true))
  const press = (intent: string) => browser.request(action, url, { params, form: { intent } })
  await run()
  return { browser, url, params, shown, run, press }
}

const down: Behaviour = { kind: 'error', status: 500 }

describe('a thread that the built-in writer wrote in the model’s place', () => {
  test('is written again with the model when it is back, and stands until then', async () => {
    const { shown, run, press } = await withThread(down)
    const before = await shown()
    expect(before).toMatchObject({ hasModel: true, generation: { status: 'ready' } })
    expect(before.generation.progress.switched).toEqual({ because: 'model-unavailable', after: 0 })
    behaviour = { kind: 'thread' }
    await press('rewrite-with-model')
    const during = await shown()
    expect(during.generation.status).toBe('queued')
    expect(during.tweets).toEqual(before.tweets)
    await run()
    const after = await shown()
    expect(after.generation).toMatchObject({
      status: 'ready',
      progress: { writer: 'openai', switched: null },
    })
    expect(after.tweets).not.toEqual(before.tweets)
  })

  test('stands as it is when the model is still down, and that is told rather than switched again', async () => {
    const { shown, run, press } = await withThread({ kind: 'text', text: 'no thread' })
    const before = await shown()
    await press('rewrite-with-model')
    await run()
    const after = await shown()
    expect(after.generation).toMatchObject({ status: 'failed', error: { code: 'model-malformed' } })
    expect(after.tweets).toEqual(before.tweets)
  })

  test('can’t be written with a model where none is connected', async () => {
    const { params, url } = await withThread({ kind: 'thread' })
    const refused = browserOf(database).request(action, url, {
      params,
      form: { intent: 'rewrite-with-model' },
    })
    await expect(refused).rejects.toMatchObject({ status: 422 })
  })
})

test('what the model declines is written by the built-in writer only when a person says so', async () => {
  const { shown, run, press } = await withThread({ kind: 'refusal' })
  expect(await shown()).toMatchObject({
    tweets: [],
    generation: { status: 'failed', error: { code: 'model-refused' } },
  })
  await press('retry-builtin')
  await run()
  expect((await shown()).generation).toMatchObject({ status: 'ready', progress: { writer: 'builtin' } })
})
