import { describe, expect, test } from 'vitest'
import { errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { savedThreadInBrowser, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './threads.$threadId_.out/route.tsx'

const database = cloneTestDatabase()

/** Somebody who looks at a thread of theirs before it leaves. */
async function desk(text: string) {
  const { browser, params, ...thread } = await savedThreadInBrowser(database)
  await thread.save(withText(text))
  const address = `/threads/${thread.threadId}/out`
  const shown = async () => (await browser.request(loader, address, { params })).data
  const finding = async (code: string) => {
    const found = (await shown()).findings.find((one) => one.code === code)
    if (!found) throw new Error(`nothing of ${code} was found`)
    return found
  }
  const send = (form: Record<string, string>) => browser.request(action, address, { params, form })
  return { ...thread, address, shown, finding, send }
}

const twoCashtags = 'Both $MSFT and $AAPL rose.'

describe('before a thread leaves', () => {
  test('each finding names its tweet and shows its fix, and nothing is changed by looking', async () => {
    const { finding, shown, stored } = await desk(twoCashtags)
    const before = await stored()
    expect(await finding('cashtags')).toMatchObject({ position: 1, level: 'stops', refusal: null })
    expect((await shown()).price).toMatchObject({ posts: 3, withLink: 0, tenthsOfCents: 45 })
    expect(await stored()).toEqual(before)
  })

  test('a fix that is applied is in the thread, is told, and is a version like any other', async () => {
    const { finding, shown, send, stored, kept, address } = await desk(twoCashtags)
    const { version } = await shown()
    const { key } = await finding('cashtags')
    const sent = await send({ intent: 'fix', version: String(version), finding: key })
    expect(whereTo(sent)).toBe(`${address}?done=fixed`)
    expect((await stored()).tweets[0]?.text).toBe('Both $MSFT and AAPL rose.')
    const last = (await kept()).at(-1)
    expect(last).toMatchObject({ kind: 'edited', version: version + 1 })
    expect(last?.texts[0]).toBe('Both $MSFT and AAPL rose.')
    expect((await shown()).findings.some(({ code }) => code === 'cashtags')).toBe(false)
  })

  test('a tweet over the limit is split where it reads best, and keeps its place', async () => {
    const text = 'The river froze over that winter. '.repeat(12).trim()
    const { finding, shown, send, stored } = await desk(text)
    const { version } = await shown()
    await send({ intent: 'fix', version: String(version), finding: (await finding('over-limit')).key })
    const { tweets } = await stored()
    expect(tweets).toHaveLength(4)
    expect(`${tweets[0]?.text} ${tweets[1]?.text}`).toBe(text)
  })

  test('a fix that was shown for an older state changes nothing, which is told', async () => {
    const { finding, shown, send, save, stored } = await desk(twoCashtags)
    const { version } = await shown()
    const form = { intent: 'fix', version: String(version), finding: (await finding('cashtags')).key }
    await save(withText('Meanwhile.', 2))
    expect(errorsOf(await send(form)).form).toContain('changed elsewhere')
    expect((await stored()).tweets[0]?.text).toBe(twoCashtags)
    const gone = { intent: 'fix', version: String(version + 1), finding: 'cashtags:nobody:0' }
    expect(errorsOf(await send(gone)).form).toContain('no longer so')
  })

  test('a thread in the trash is left as it is', async () => {
    const { finding, shown, send, threadId } = await desk(twoCashtags)
    const form = {
      intent: 'fix',
      version: String((await shown()).version),
      finding: (await finding('cashtags')).key,
    }
    await database.owner.pool.query('update library_entries set trashed_at = now() where thread_id = $1', [
      threadId,
    ])
    expect(errorsOf(await send(form)).form).toContain('trash')
  })
})
