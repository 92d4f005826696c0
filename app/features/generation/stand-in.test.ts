import { describe, expect, test } from 'vitest'
import { modelRefused, modelStalled, modelStopped } from '#app/integrations/openai/failures.ts'
import { exampleInput, exampleSource, writeAll } from '#tests/fakes/openai/example-input.ts'
import { createBuiltinWriter } from './builtin/builtin-writer.ts'
import { withStandIn } from './stand-in.ts'
import type { Writer } from './writer.ts'

const builtin = createBuiltinWriter()

/** A model that gives one tweet, and then ends like this. */
function modelThat(end: () => void): Writer {
  return {
    name: 'openai',
    async *write() {
      yield { type: 'planned', tweets: 4 }
      yield { type: 'tweet', tweet: { text: 'Half of a thread.', spans: [] } }
      end()
    },
  }
}
const failing = (error: Error) =>
  modelThat(() => {
    throw error
  })

describe('where the model fails', () => {
  test('the built-in writer begins anew, and says so first', async () => {
    const alone = await writeAll(builtin, exampleInput())
    const { events, error } = await writeAll(withStandIn(failing(modelStalled()), builtin), exampleInput())
    expect(error).toBeNull()
    expect(events.slice(2)).toEqual([
      { type: 'switched', writer: 'builtin', because: 'model-stalled' },
      ...alone.events,
    ])
  })

  test("the model's own failure is told when the built-in writer can't either", async () => {
    const input = exampleInput({ options: { length: 25 } })
    expect((await writeAll(builtin, input)).error).toMatchObject({ code: 'source-too-short-for-length' })
    const { events, error } = await writeAll(withStandIn(failing(modelStalled()), builtin), input)
    expect(error).toMatchObject({ code: 'model-stalled' })
    expect(events.map(({ type }) => type)).toEqual(['planned', 'tweet'])
    const tiny = exampleInput({ source: exampleSource(['Too little.']) })
    expect((await writeAll(withStandIn(failing(modelStalled()), builtin), tiny)).error).toMatchObject({
      code: 'model-stalled',
    })
  })
})

test.each([
  ['a refusal', modelRefused()],
  ['a stop', modelStopped('a worker that ends')],
  ['a fault of our own', new TypeError('x is not a function')],
])('%s is passed on as it is', async (_what, failure) => {
  const { events, error } = await writeAll(withStandIn(failing(failure), builtin), exampleInput())
  expect(error).toBe(failure)
  expect(events.map(({ type }) => type)).toEqual(['planned', 'tweet'])
})

test('nobody writes on when it was stopped while the model failed', async () => {
  const stop = new AbortController()
  const model = modelThat(() => {
    stop.abort()
    throw modelStalled()
  })
  const { error } = await writeAll(withStandIn(model, builtin), exampleInput({ signal: stop.signal }))
  expect(error).toMatchObject({ code: 'model-stalled' })
})

test('a model that does well is left alone', async () => {
  const { events } = await writeAll(
    withStandIn(
      modelThat(() => {}),
      builtin,
    ),
    exampleInput(),
  )
  expect(events.map(({ type }) => type)).toEqual(['planned', 'tweet'])
})
