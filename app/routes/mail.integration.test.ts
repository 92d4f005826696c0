import { describe, expect, test } from 'vitest'
import { readSetting } from '#app/features/digests/keep-setting.ts'
import { readWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { mailLink } from '#app/features/mail/wishes/mail-link.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as oldPage } from './account.digest.ts'
import { action as keep, loader as page } from './account.mail/route.tsx'
import { loader as byOldLink, action as chooseByOldLink } from './digest.ts'
import { loader as byLink, action as choose } from './mail/route.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const weekly = { intent: 'keep', rhythm: 'weekly', hour: '7', weekday: '5', zone: 'America/Sao_Paulo' }
const oneClick = { 'List-Unsubscribe': 'One-Click' }

const setTo = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(keep, '/account/mail', { form })
const kept = (userId: string) => readSetting(database.app.prisma, userId)
const wishesOf = (userId: string) => readWishes(database.app.prisma, userId)
const by = (userId: string) => mailLink(world.sealer, { userId })
const linkOf = (userId: string, kind?: string) => `/mail?by=${by(userId)}${kind ? `&kind=${kind}` : ''}`

/** Somebody who gets everything there is. */
async function wantingAll() {
  const { browser, id } = await world.signedIn()
  await setTo(browser, weekly)
  await setTo(browser, { intent: 'wishes', threads: 'on', usage: 'on', news: 'on' })
  return { browser, id }
}

describe('under Account', () => {
  test('somebody chooses when they hear of their threads, and sees when that is', async () => {
    const { browser, id } = await world.signedIn()
    expect((await browser.request(page, '/account/mail')).data).toMatchObject({ next: null, isChosen: false })
    expect(whereTo(await setTo(browser, weekly))).toBe('/account/mail?done=kept')
    expect(await kept(id)).toMatchObject({
      rhythm: 'weekly',
      hour: 7,
      weekday: 5,
      zone: 'America/Sao_Paulo',
    })
    const { data } = await browser.request(page, '/account/mail?done=kept')
    expect(data).toMatchObject({
      next: expect.stringMatching(/^Friday.* 07:00$/),
      isChosen: true,
      done: 'kept',
    })
  })

  test('what can’t be is refused at its field, and nothing is kept', async () => {
    const { browser, id } = await world.signedIn()
    for (const [field, value] of [
      ['hour', '24'],
      ['weekday', '0'],
      ['zone', 'Middle/Earth'],
      ['rhythm', 'hourly'],
    ] as const) {
      const answer = await setTo(browser, { ...weekly, [field]: value })
      expect(Object.keys(errorsOf(answer))).toEqual([field])
    }
    expect((await kept(id)).isChosen).toBe(false)
  })

  test('mail about threads and usage comes until it is stopped, the newsletter once it is asked for', async () => {
    const { browser, id } = await world.signedIn()
    const shown = async () => (await browser.request(page, '/account/mail')).data.wishes
    expect(await shown()).toEqual({ threads: true, usage: true, news: false })
    await setTo(browser, { intent: 'wishes', news: 'on' })
    expect(await shown()).toEqual({ threads: false, usage: false, news: true })
    const said = await database.owner.prisma.mailWish.findMany({ where: { userId: id, kind: 'news' } })
    await setTo(browser, { intent: 'wishes', threads: 'on', news: 'on' })
    // What somebody agreed to keeps the time at which they did.
    expect(await database.owner.prisma.mailWish.findMany({ where: { userId: id, kind: 'news' } })).toEqual(
      said,
    )
  })

  test('the address of before leads to where it is chosen now', () => {
    expect(whereTo(oldPage())).toBe('/account/mail')
  })
})

describe('the link of a message', () => {
  test('shows what there is and changes nothing, and its form says what comes, without signing in', async () => {
    const { id } = await wantingAll()
    const stranger = world.browser()
    for (const kind of ['digest', 'threads', 'usage', 'news', undefined]) {
      const { data } = await stranger.request(byLink, linkOf(id, kind))
      expect(data).toMatchObject({
        kind: kind ?? null,
        of: { rhythm: 'weekly', wishes: { threads: true, usage: true, news: true } },
      })
    }
    expect(await wishesOf(id)).toEqual({ threads: true, usage: true, news: true })
    const form = { intent: 'keep', rhythm: 'daily', usage: 'on' }
    const answer = await stranger.request(choose, linkOf(id), { form })
    expect(whereTo(answer)).toBe(`${linkOf(id)}&done=kept`)
    expect(await kept(id)).toMatchObject({ rhythm: 'daily', hour: 7, zone: 'America/Sao_Paulo' })
    expect(await wishesOf(id)).toEqual({ threads: false, usage: true, news: false })
  })

  test.each(['digest', 'threads', 'usage', 'news'])(
    'lets a mail program stop %s and nothing else, by one request without a cookie, and a second time too',
    async (kind) => {
      const { id } = await wantingAll()
      for (let time = 0; time < 2; time += 1) {
        const answer = await world.browser().request(choose, linkOf(id, kind), { form: oneClick })
        // Not led anywhere: programs may not follow.
        expect(answer).toMatchObject({ data: { done: 'stopped' } })
        const comes = { digest: (await kept(id)).nextAt !== null, ...(await wishesOf(id)) }
        expect(comes).toEqual({ digest: true, threads: true, usage: true, news: true, [kind]: false })
      }
    },
  )

  test('stops all there is to stop, where that is wished', async () => {
    const { id } = await wantingAll()
    const answer = await world.browser().request(choose, linkOf(id, 'news'), { form: { intent: 'stop-all' } })
    expect(whereTo(answer)).toBe(`${linkOf(id, 'news')}&done=stopped`)
    expect((await kept(id)).rhythm).toBe('off')
    expect(await wishesOf(id)).toEqual({ threads: false, usage: false, news: false })
  })

  test('of a digest from before leads to the same page, and a mail program stops the digest by it', async () => {
    const { id } = await wantingAll()
    const old = `/digest?by=${by(id)}`
    const program = world.browser()
    expect(whereTo(await program.request(byOldLink, old))).toBe(linkOf(id, 'digest'))
    expect(await program.request(chooseByOldLink, old, { form: oneClick })).toMatchObject({ status: 200 })
    expect(await kept(id)).toMatchObject({ rhythm: 'off', nextAt: null })
    expect(await wishesOf(id)).toEqual({ threads: true, usage: true, news: true })
  })

  test('that was altered, names no kind, or is another person’s with this one’s name, fits nothing', async () => {
    const { browser, id } = await wantingAll()
    const other = await world.signedIn()
    const good = by(id)
    const wrong = [
      good.slice(0, -1),
      `${good}0`,
      good.replace(id, other.id),
      id,
      '',
      mailLink(world.sealer, { userId: crypto.randomUUID() }),
      mailLink(world.sealer, { captureId: id }),
    ].map((each) => `/mail?by=${encodeURIComponent(each)}&kind=threads`)
    for (const url of [...wrong, linkOf(id, 'password')]) {
      await expect(browser.request(byLink, url)).rejects.toMatchObject({ status: 404 })
      const stopping = browser.request(choose, url, { form: { intent: 'stop' } })
      await expect(stopping).rejects.toMatchObject({ status: 404 })
    }
    expect(await wishesOf(id)).toEqual({ threads: true, usage: true, news: true })
  })

  test('takes no wish that the page doesn’t know, and deletes no account', async () => {
    const { id } = await wantingAll()
    for (const intent of ['none', 'delete'])
      await expect(world.browser().request(choose, linkOf(id), { form: { intent } })).rejects.toMatchObject({
        status: 400,
      })
    expect(await wishesOf(id)).toEqual({ threads: true, usage: true, news: true })
  })
})
