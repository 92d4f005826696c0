import { describe, expect, test } from 'vitest'
import { readText } from '#app/features/sources/read-text.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import type { Owner } from '#app/platform/owner.ts'
import { newVisitor, submitted } from '#tests/factories/submissions.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { cachedWriting, countingWriter } from '#tests/setup/cached-writing.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { retryGeneration } from './retry-generation.ts'
import { runGeneration } from './run-generation.ts'

const database = cloneTestDatabase()
const { inProcess } = cachedWriting(database)
const view = viewOf(database)
const url = 'https://example.com/bridge'
const pages = { [url]: { ...readText(bridgeArticle), url } }

/** Generations whose writings are counted, each test with a hand of its own. */
function world(promptVersion: string) {
  const { writer, asked } = countingWriter()
  const dependencies = runDependencies(database, { writer: inProcess(writer, { promptVersion }), pages })
  type Made = { owner: Owner; threadId: string; generationId: string }
  const run = async (made: Made) => {
    await runGeneration(dependencies, jobOf(made.generationId, true))
    const thread = await readThread(database.app.prisma, made.owner, made.threadId)
    const generation = await database.owner.prisma.generation.findUniqueOrThrow({
      where: { id: made.generationId },
    })
    return { texts: thread.tweets.map(({ text }) => text), thread, generation }
  }
  const submit = (given: Parameters<typeof submitted>[1] = {}) => submitted(database.app.prisma, given)
  return { asked, run, submit, fromPage: () => submit({ submission: { origin: 'url', url } }) }
}

describe('a thread from a public page', () => {
  test('is given to the next who submits it, noted as such and without cost', async () => {
    const { asked, run, fromPage } = world('public')
    const first = await run(await fromPage())
    const second = await run(await fromPage())
    expect(asked.times).toBe(1)
    expect(second.texts).toEqual(first.texts)
    expect(first.generation).toMatchObject({ cacheHit: false, model: 'scripted-1' })
    expect(second.generation).toMatchObject({
      cacheHit: true,
      inputTokens: null,
      costMicros: 0n,
      model: 'scripted-1',
    })
    expect(second.generation.progress).toMatchObject({ planned: 3, steps: { checking: 'done' } })
  })

  test('is written once more where its person wants that, also when the first try fails', async () => {
    const { asked, run, fromPage } = world('once more')
    const made = await fromPage()
    await run(made)
    const again = async (over: boolean) => {
      await retryGeneration(database.app.prisma, made.owner, made.threadId, { over })
      return { ...made, generationId: (await view(made)).id }
    }
    const failing = await again(true)
    await database.owner.pool.query(`update generations set status = 'failed' where id = $1`, [
      failing.generationId,
    ])
    const second = await run(await again(false))
    expect(asked.times).toBe(2)
    expect(second.texts[0]).toContain('writing 2')
    expect(second.generation.cacheHit).toBe(false)
    // What replaced the first is what the next person gets.
    expect((await run(await fromPage())).texts).toEqual(second.texts)
    expect(asked.times).toBe(2)
  })

  test('that its owner put right is theirs alone', async () => {
    const { asked, run, fromPage } = world('put right')
    const made = await fromPage()
    await run(made)
    const { sourceId } = await database.owner.prisma.thread.findUniqueOrThrow({
      where: { id: made.threadId },
    })
    // The same text as a correction of its owner's: not public, whatever it says.
    await database.owner.prisma.snapshot.updateMany({
      where: { sourceId },
      data: { publicKey: null, reason: 'corrected' },
    })
    await retryGeneration(database.app.prisma, made.owner, made.threadId, { over: true })
    await run({ ...made, generationId: (await view(made)).id })
    expect(asked.times).toBe(2)
    const next = await run(await fromPage())
    expect([asked.times, next.texts[0]]).toEqual([2, 'Tweet 1 of writing 1.'])
  })
})

describe('a text that somebody pasted', () => {
  test('never comes back in another’s thread, not even where both pasted the same', async () => {
    const { asked, run, submit, fromPage } = world('pasted')
    const [ann, ben] = [newVisitor(), newVisitor()]
    const anns = await run(await submit({ owner: ann }))
    const bens = await run(await submit({ owner: ben }))
    const everybodys = await run(await fromPage())
    expect(asked.times).toBe(3)
    expect(new Set([anns, bens, everybodys].map(({ texts }) => texts[0])).size).toBe(3)
    const annsAgain = await run(await submit({ owner: ann }))
    expect([asked.times, annsAgain.texts, annsAgain.generation.cacheHit]).toEqual([3, anns.texts, true])
  })
})
