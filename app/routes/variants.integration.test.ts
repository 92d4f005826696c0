import { describe, expect, test } from 'vitest'
import { exportedThreadSchema } from '#app/features/threads/exports/exported-thread.ts'
import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { errorsOf, whereTo } from '#tests/setup/account-world.ts'
import { savedThreadInBrowser, withText } from '#tests/setup/revision-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './threads.$threadId_.for.$network/route.tsx'
import { loader as fileLoader } from './threads.$threadId_.for.$network_.$format.ts'

const database = cloneTestDatabase()

/** Somebody who works on a thread of theirs for a network. */
async function desk(network = 'bluesky') {
  const { browser, params, ...thread } = await savedThreadInBrowser(database)
  const address = `/threads/${thread.threadId}/for/${network}`
  const at = { params: { ...params, network } }
  const shown = async () => (await browser.request(loader, address, at)).data
  const part = async (position = 1) => {
    const found = (await shown()).parts[position - 1]
    if (!found) throw new Error('there is no such tweet')
    return found
  }
  const send = (form: Record<string, string>) => browser.request(action, address, { ...at, form })
  /** Sends a form about the tweet at a position, as the page shows it now. */
  const about = async (intent: string, more: Record<string, string> = {}, position = 1) => {
    const { tweetId, master } = await part(position)
    const { version } = await shown()
    return send({ intent, version: String(version), tweetId, madeFrom: master, ...more })
  }
  const texts = async (position = 1) => (await part(position)).posts.map(({ text }) => text)
  return { ...thread, browser, address, at, shown, part, send, about, texts }
}

describe('a thread for another network', () => {
  test('is the thread until something is said otherwise, and only that stays when the thread changes', async () => {
    const { shown, about, texts, save, part } = await desk()
    expect((await shown()).version).toBe(0)
    expect(whereTo(await about('say', { 'text-0': 'Said for Bluesky.' }))).toMatch(/\?done=saved$/)
    await save(withText('The second, anew.', 2))
    expect(await texts(1)).toEqual(['Said for Bluesky.'])
    expect(await texts(2)).toEqual(['The second, anew.'])
    expect(await part(1)).toMatchObject({ isOwn: true, changedSince: null })
    expect(await part(2)).toMatchObject({ isOwn: false })
  })

  test('shows what the thread changed under its own words, which stay until their owner decides', async () => {
    const { about, texts, save, part } = await desk()
    await save(withText('The river froze in 1963.'))
    await about('say', { 'text-0': 'Said for Bluesky.' })
    await save(withText('The river froze in 1962.'))
    const { changedSince } = await part()
    expect(changedSince?.filter(({ change }) => change !== 'same')).toEqual([
      { text: '1963', change: 'removed' },
      { text: '1962', change: 'added' },
    ])
    await about('keep')
    expect(await part()).toMatchObject({ isOwn: true, changedSince: null })
    await save(withText('The river froze in 1961.'))
    await about('follow')
    expect(await part()).toMatchObject({ isOwn: false, changedSince: null })
    expect(await texts()).toEqual(['The river froze in 1961.'])
  })

  test('counts as out of date what was typed beside an older tweet', async () => {
    const { about, save, part } = await desk()
    const { master } = await part()
    await save(withText('Meanwhile.'))
    await about('say', { 'text-0': 'Said for Bluesky.', madeFrom: master })
    expect((await part()).changedSince).not.toBeNull()
  })

  test('is current again when the thread’s older words are put back, also for a tweet that was gone', async () => {
    const { about, save, restore, part, shown, version } = await desk()
    await about('say', { 'text-0': 'Said for Bluesky.' })
    await save((now) => ({ ...now, tweets: now.tweets.slice(1) }))
    expect((await shown()).homeless).toMatchObject([{ texts: ['Said for Bluesky.'] }])
    await restore(version)
    expect(await part()).toMatchObject({ isOwn: true, changedSince: null })
    expect((await shown()).homeless).toEqual([])
  })

  test('proposes how a tweet that is too long there is parted, and parts it only when asked', async () => {
    const { shown, save, texts, send, stored } = await desk('bluesky')
    const long = `${'It froze over. '.repeat(22).trim()}`
    await save(withText(long))
    const { parts, version, threadVersion } = await shown()
    const finding = parts[0]?.findings.find(({ code }) => code === 'over-limit')
    expect(finding?.fix?.parts).toHaveLength(2)
    expect(await texts()).toEqual([long])
    const form = { intent: 'fix', version: String(version), finding: finding?.key ?? '' }
    const late = await send({ ...form, threadVersion: String(threadVersion - 1) })
    expect(errorsOf(late).form).toContain('changed elsewhere')
    await send({ ...form, threadVersion: String(threadVersion) })
    const parted = await texts()
    expect([parted.length, parted.join(' ')]).toEqual([2, long])
    expect((await stored()).tweets[0]?.text).toBe(long)
  })

  test('mends its own words without calling them up to date', async () => {
    const { about, save, shown, send, part, texts } = await desk()
    await about('say', { 'text-0': 'We changed readme.md today.' })
    await save(withText('Meanwhile.'))
    const { parts, version, threadVersion } = await shown()
    const finding = parts[0]?.findings.find(({ code }) => code === 'link')?.key ?? ''
    const at = { version: String(version), threadVersion: String(threadVersion) }
    await send({ intent: 'fix', ...at, finding })
    expect(await texts()).toEqual(['We changed readme.\u200cmd today.'])
    expect((await part()).changedSince).not.toBeNull()
  })

  test('is one post on LinkedIn, whose reserved marks are told', async () => {
    const { shown, about } = await desk('linkedin')
    await about('say', { 'text-0': 'It froze (again).' })
    await about('leave-out', {}, 2)
    const { copyable, whole, parts } = await shown()
    expect(copyable).toBe(`It froze (again).\n\n${parts[2]?.master}`)
    expect(whole).toMatchObject({ length: copyable.length, limit: 3000 })
    expect(whole?.marks).toEqual(expect.arrayContaining(['(', ')']))
    expect(whole?.escapedText).toContain('It froze \\(again\\).')
  })

  test('keeps every version, and puts one back', async () => {
    const { about, send, shown, texts } = await desk()
    await about('say', { 'text-0': 'First words.' })
    await about('say', { 'text-0': 'Second words.' })
    expect((await shown()).versions.map(({ version }) => version)).toEqual([2, 1])
    await send({ intent: 'put-back', version: '2', older: '1' })
    expect(await texts()).toEqual(['First words.'])
    await send({ intent: 'put-back', version: '3', older: '0' })
    expect((await shown()).parts.some(({ isOwn }) => isOwn)).toBe(false)
    expect(errorsOf(await send({ intent: 'put-back', version: '4', older: '99' })).form).toContain('no such')
  })

  test('of two changes at once one is made, and the other is told with what was typed', async () => {
    const { part, send, texts } = await desk()
    const { tweetId, master } = await part()
    const form = (text: string) =>
      send({ intent: 'say', version: '0', tweetId, madeFrom: master, 'text-0': text })
    const answers = await Promise.all([form('From one tab.'), form('From another tab.')])
    const refused = answers.filter((answer) => !(answer instanceof Response))
    expect(refused).toMatchObject([
      { init: { status: 409 }, data: { values: { 'text-0': expect.stringMatching(/^From/) } } },
    ])
    expect(errorsOf(refused[0]).form).toContain('changed elsewhere')
    expect(await texts()).toHaveLength(1)
  })

  test('can’t be left without a post, or changed while the thread lies in the trash', async () => {
    const { about, threadId } = await desk()
    await about('leave-out', {}, 1)
    await about('leave-out', {}, 2)
    expect(errorsOf(await about('leave-out', {}, 3)).form).toContain('keep one')
    await database.owner.pool.query('update library_entries set trashed_at = now() where thread_id = $1', [
      threadId,
    ])
    expect(errorsOf(await about('say', { 'text-0': 'Late.' })).form).toContain('trash')
  })

  test('leaves as a file in every format, counted as its network counts', async () => {
    const { about, browser, at, address } = await desk('mastodon')
    await about('say', { 'text-0': 'Hello @ada@example.social.' })
    for (const format of exportFormats) {
      const answer = await browser.request(fileLoader, `${address}/${format}`, {
        params: { ...at.params, format },
      })
      expect(answer.headers.get('Content-Disposition')).toMatch(/-mastodon\.\w+"/)
      const text = await answer.text()
      expect(text).toContain('example')
      if (format !== 'json') continue
      const exported = exportedThreadSchema.parse(JSON.parse(text))
      expect([exported.network, exported.tweets[0]?.length]).toEqual(['mastodon', 11])
    }
  })

  test('is there for no network that Threadr doesn’t know', async () => {
    const { browser, at } = await desk()
    const asked = { params: { ...at.params, network: 'x' } }
    await expect(browser.request(loader, '/', asked)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a Mastodon server’s own number', () => {
  const long = 'Seven boats sail out of the harbour at dusk. '.repeat(14).trim()

  test('is what posts are counted and split by, from then on', async () => {
    const { shown, send, about, part, stored } = await desk('mastodon')
    const { version } = await stored()
    await about('say', { 'text-0': long })
    const over = async () => (await part()).findings.filter(({ code }) => code === 'over-limit')
    expect(await over()).toMatchObject([{ fix: { parts: [[{}], [{}]] } }])
    expect(whereTo(await send({ intent: 'limit', limit: '200' }))).toMatch(/\?done=limit$/)
    expect((await over())[0]?.fix?.parts).toHaveLength(4)
    await send({ intent: 'limit', limit: '5,000' })
    expect(await over()).toEqual([])
    expect(await shown()).toMatchObject({ limit: 5_000, ownLimit: 5_000 })
    await send({ intent: 'limit', limit: '' })
    expect(await shown()).toMatchObject({ limit: 500, ownLimit: null })
    expect((await stored()).version).toBe(version)
  })

  test.each(['199', '100001', '5e2', 'many', '-500', '500.5.1x'])('can’t be %s', async (limit) => {
    const { shown, send } = await desk('mastodon')
    expect(errorsOf(await send({ intent: 'limit', limit }))).toEqual({
      limit: 'A server’s number lies between 200 and 100,000.',
    })
    expect(await shown()).toMatchObject({ limit: 500, ownLimit: null })
  })

  test('is for nobody else to set, and says nothing of another network', async () => {
    const { send, at, address, browser } = await desk('mastodon')
    await send({ intent: 'limit', limit: '1000' })
    const elsewhere = { params: { ...at.params, network: 'bluesky' } }
    const bluesky = await browser.request(loader, address.replace('mastodon', 'bluesky'), elsewhere)
    expect(bluesky.data.limit).toBe(300)
    const other = (await desk('mastodon')).browser
    const refused = await other.request(action, address, { ...at, form: { intent: 'limit', limit: '900' } })
    expect(refused).toMatchObject({ init: { status: 404 } })
  })
})
