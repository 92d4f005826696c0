import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { savedThreadInBrowser, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './threads.$threadId_.document.ts'

const database = cloneTestDatabase()

/** An editor that has a ready thread open. */
async function editor(variables: Record<string, string> = {}) {
  const { browser, params, ...thread } = await savedThreadInBrowser(database, variables)
  const address = `/threads/${thread.threadId}/document`
  const read = (query = '') => browser.request(loader, address + query, { params })
  const send = (form: Record<string, string>) => browser.request(action, address, { params, form })
  const saveOver = (document: ThreadDocument) =>
    send({ version: String(thread.version), document: JSON.stringify(document) })
  return { ...thread, browser, read, send, saveOver }
}

const answerSchema = z.looseObject({ state: z.string() })
const answerOf = async (response: Response) => ({
  status: response.status,
  ...answerSchema.parse(await response.json()),
})

describe('the document that an editor holds', () => {
  test('is saved and answered as it is stored, with what the check found', async () => {
    const { document, saveOver, stored, version } = await editor()
    const answer = await answerOf(
      await saveOver(withText('Nine thousand parrots rule the tower.')(await document())),
    )
    expect(answer).toEqual({ status: 200, state: 'saved', ...(await stored()) })
    expect(answer).toMatchObject({ version: version + 1, tweets: [{ verdict: 'unsupported' }, {}, {}] })
  })

  test('is not saved over what was changed elsewhere, and the answer has what stands', async () => {
    const { document, save, saveOver, stored } = await editor()
    const known = await document()
    await save(withText('Changed elsewhere.'))
    const answer = await answerOf(await saveOver(withText('Too late.')(known)))
    expect(answer).toEqual({ status: 409, state: 'changed', ...(await stored()) })
    expect(answer).toMatchObject({ tweets: [{ text: 'Changed elsewhere.' }, {}, {}] })
  })

  test('by twenty at once is saved once, and the others are answered what won', async () => {
    const { document, saveOver, stored, version } = await editor()
    const known = await document()
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) =>
        answerOf(await saveOver(withText(`Number ${at} of twenty.`)(known))),
      ),
    )
    expect(answers.filter(({ state }) => state === 'saved')).toHaveLength(1)
    expect(answers.filter(({ state }) => state === 'changed')).toHaveLength(19)
    const { tweets } = await stored()
    for (const answer of answers) expect(answer).toMatchObject({ version: version + 1, tweets })
  })

  test('is refused with the reason where it breaks a rule, and stays as it was', async () => {
    const { document, saveOver, stored } = await editor()
    const before = await stored()
    const { tweets } = await document()
    expect(await answerOf(await saveOver({ numbering: false, tweets: [] }))).toEqual({
      status: 422,
      state: 'refused',
      code: 'thread-empty',
      error: 'A thread needs at least one tweet.',
    })
    const first = tweets[0]
    if (!first) throw new Error('the thread has tweets')
    const twice = { numbering: false, tweets: [first, first] }
    const tooLong = withText('x'.repeat(4_001))({ numbering: false, tweets })
    const noId = { numbering: false, tweets: [{ ...first, id: 'none' }] }
    for (const document of [twice, tooLong, noId])
      await expect(saveOver(document)).rejects.toMatchObject({ status: 400 })
    expect(await stored()).toEqual(before)
  })

  test('that is no document, or of no version, is not taken', async () => {
    const { document, send } = await editor()
    const whole = JSON.stringify(await document())
    const forms: Record<string, string>[] = [
      { version: '1', document: '{' },
      { version: '1' },
      { version: 'last', document: whole },
      { version: '-1', document: whole },
    ]
    for (const form of forms) await expect(send(form)).rejects.toMatchObject({ status: 400 })
  })

  test('of another browser’s thread is not found, whatever is sent', async () => {
    const { browser } = await editor()
    const theirs = await submitted(database.app.prisma)
    const tweet = { id: theirs.threadId, text: 'Mine.', spans: [], isOpinion: false, isLocked: false }
    const at = { params: { threadId: theirs.threadId } }
    const form = { version: '0', document: JSON.stringify({ numbering: true, tweets: [tweet] }) }
    await expect(browser.request(loader, '/', at)).rejects.toMatchObject({ status: 404 })
    await expect(browser.request(action, '/', { ...at, form })).rejects.toMatchObject({ status: 404 })
  })

  test('is read, and once it is known only when it has changed', async () => {
    const { read, save, stored, version } = await editor()
    expect(await (await read()).json()).toEqual(await stored())
    const unchanged = await read(`?since=${version}`)
    expect(unchanged.status).toBe(204)
    expect(unchanged.headers.get('Cache-Control')).toBe('private, no-store')
    await save(withText('Changed elsewhere.'))
    expect(await (await read(`?since=${version}`)).json()).toEqual(await stored())
  })

  test('is saved 300 times a minute and then no more for a while', async () => {
    const { document, saveOver } = await editor({ LIMITS_FACTOR: '1' })
    const known = await document()
    for (let at = 0; at < 300; at += 1) expect((await saveOver(known)).status).toBe(200)
    await expect(saveOver(known)).rejects.toMatchObject({ status: 429 })
  })
})
