import { describe, expect, test } from 'vitest'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { submitted } from '#tests/factories/submissions.ts'
import { errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { savedThreadInBrowser, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './threads.$threadId_.history/route.tsx'

const database = cloneTestDatabase()

/** A reader of a thread's history. */
async function reader() {
  const { browser, params, ...thread } = await savedThreadInBrowser(database)
  const address = `/threads/${thread.threadId}/history`
  const shown = async (query = '') => (await browser.request(loader, address + query, { params })).data
  const send = (form: Record<string, string>) => browser.request(action, address, { params, form })
  /** Follows where a form led. */
  const sent = async (form: Record<string, string>) =>
    shown(new URL(whereTo(await send(form)), 'http://localhost').search)
  return { ...thread, browser, shown, send, sent }
}

describe('the history of a thread', () => {
  test('begins with what was written, which is shown whole', async () => {
    const { shown, tweetAt } = await reader()
    const { rows, next, shown: version, isChosen } = await shown()
    expect(rows).toMatchObject([{ kind: 'written', writer: 'builtin', tweetCount: 3 }])
    expect(next).toBeNull()
    expect(isChosen).toBe(false)
    expect(version).toMatchObject({ isFirst: true, view: 'whole', changes: null })
    expect(version?.tweets[0]?.text).toBe(tweetAt(1).text)
  })

  test('shows what a version changed, what changed since, and its tweets with their numbers', async () => {
    const { shown, save, letPass, version } = await reader()
    await save((now) => ({ ...withText('The mayor counts parrots.')(now), numbering: true }))
    await letPass('10 minutes')
    await save((now) => ({ ...now, tweets: now.tweets.slice(0, 2) }))
    const at = `?version=${version + 1}`
    expect((await shown(at)).shown).toMatchObject({
      view: 'changes',
      isFirst: false,
      changes: { summary: expect.stringMatching(/^1 tweet changed, numbering/) },
    })
    const since = (await shown(`${at}&view=now`)).shown
    expect(since?.changes?.summary).toBe('1 tweet removed.')
    const { shown: whole, isChosen } = await shown(`${at}&view=whole`)
    expect(isChosen).toBe(true)
    expect(whole?.tweets).toHaveLength(3)
    expect(whole?.tweets[0]?.text).toContain('The mayor counts parrots.')
    expect(whole?.tweets[0]?.text).toMatch(/1\/3/)
  })

  test('leads page by page to the oldest, and to a version that is on another page', async () => {
    const { shown, save, letPass, version } = await reader()
    for (let at = 0; at < 22; at += 1) {
      await save(withText(`Number ${at}.`))
      await letPass('6 minutes')
    }
    const first = await shown()
    expect(first.rows).toHaveLength(20)
    const second = await shown(`?before=${first.next}`)
    expect(second.rows.map((row) => row.version)).toEqual([version + 2, version + 1, version])
    expect(second.next).toBeNull()
    expect((await shown(`?version=${version}`)).shown?.row.version).toBe(version)
    expect((await shown(`?before=${version}`)).shown).toBeNull()
  })

  test('has no version that was never, one within a row of edits, or one of another’s thread', async () => {
    const { browser, shown, save, version } = await reader()
    await save(withText('One.'))
    await save(withText('Two.'))
    await expect(shown('?version=99')).rejects.toMatchObject({ status: 404 })
    await expect(shown(`?version=${version + 1}`)).rejects.toMatchObject({ status: 404 })
    const { threadId } = await submitted(database.app.prisma)
    const at = { params: { threadId } }
    await expect(browser.request(loader, '/', at)).rejects.toMatchObject({ status: 404 })
    const form = { intent: 'name', revision: '1', name: 'Mine' }
    expect(await browser.request(action, '/', { ...at, form })).toMatchObject({ init: { status: 404 } })
  })

  test('of a thread without tweets is empty', async () => {
    const { browser, owner } = await reader()
    const { threadId } = await submitted(database.app.prisma, { owner })
    const { data } = await browser.request(loader, '/', { params: { threadId } })
    expect(data).toMatchObject({ rows: [], shown: null, next: null })
  })
})

describe('a version that is put back from the page', () => {
  test('stands in the thread, is told with the way back, and that way leads back', async () => {
    const { sent, save, stored, version, tweetAt } = await reader()
    await save(withText('Between.'))
    const after = await sent({ intent: 'restore', version: `${version + 1}`, revision: `${version}` })
    expect(after).toMatchObject({
      done: 'restored',
      nowVersion: version + 2,
      shown: { row: { kind: 'restored' } },
    })
    expect((await stored()).tweets[0]?.text).toBe(tweetAt(1).text)
    await sent({ intent: 'restore', version: `${version + 2}`, revision: `${version + 1}` })
    expect((await stored()).tweets[0]?.text).toBe('Between.')
  })

  test('changes nothing where the thread stands like that, and says so', async () => {
    const { sent, version } = await reader()
    const after = await sent({ intent: 'restore', version: `${version}`, revision: `${version}` })
    expect(after).toMatchObject({ done: 'same', nowVersion: version })
  })

  test('is not where the thread was changed meanwhile or is being written, which is told', async () => {
    const { send, save, owner, threadId, version } = await reader()
    await save(withText('Meanwhile.'))
    const late = await send({ intent: 'restore', version: `${version}`, revision: `${version}` })
    expect(errorsOf(late).form).toContain('changed elsewhere')
    await retryGeneration(database.app.prisma, owner, threadId, { over: true })
    const busy = await send({ intent: 'restore', version: `${version + 1}`, revision: `${version}` })
    expect(errorsOf(busy).form).toContain('being written')
  })

  test('needs a wish that the page has', async () => {
    const { send } = await reader()
    await expect(send({ intent: 'none' })).rejects.toMatchObject({ status: 400 })
  })
})

test('a version gets a name from the page, and one that is too long comes back', async () => {
  const { send, sent, version } = await reader()
  const name = 'Sent to Ada'
  const after = await sent({ intent: 'name', revision: `${version}`, name })
  expect(after).toMatchObject({ done: 'named', shown: { row: { name } } })
  const tooLong = await send({ intent: 'name', revision: `${version}`, name: 'x'.repeat(81) })
  expect(errorsOf(tooLong).name).toContain('80')
})
