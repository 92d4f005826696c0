import { expect, test } from 'vitest'
import { digestLink } from '#app/features/digests/digest-link.ts'
import { readSetting } from '#app/features/digests/keep-setting.ts'
import { accountWorld, errorsOf, type TestBrowser, whereTo } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as keep, loader as page } from './account.digest/route.tsx'
import { loader as byLink, action as choose } from './digest.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database)
const weekly = { intent: 'keep', rhythm: 'weekly', hour: '7', weekday: '5', zone: 'America/Sao_Paulo' }

const setTo = (browser: TestBrowser, form: Record<string, string>) =>
  browser.request(keep, '/account/digest', { form })
const kept = (userId: string) => readSetting(database.app.prisma, userId)
const linkOf = (userId: string) => `/digest?by=${digestLink(world.sealer, userId)}`

test('somebody chooses when they hear of their threads, and sees when that is', async () => {
  const { browser, id } = await world.signedIn()
  expect((await browser.request(page, '/account/digest')).data).toMatchObject({ next: null, isChosen: false })
  expect(whereTo(await setTo(browser, weekly))).toBe('/account/digest?done=kept')
  expect(await kept(id)).toMatchObject({ rhythm: 'weekly', hour: 7, weekday: 5, zone: 'America/Sao_Paulo' })
  const { data } = await browser.request(page, '/account/digest?done=kept')
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

test('the link of a digest shows what there is and changes nothing, and its forms say how often, without signing in', async () => {
  const { browser, id } = await world.signedIn()
  await setTo(browser, weekly)
  const stranger = world.browser()
  expect((await stranger.request(byLink, linkOf(id))).data).toMatchObject({ rhythm: 'weekly' })
  expect((await kept(id)).rhythm).toBe('weekly')
  const answer = await stranger.request(choose, linkOf(id), { form: { intent: 'daily' } })
  expect(whereTo(answer)).toBe(`${linkOf(id)}&done=kept`)
  expect(await kept(id)).toMatchObject({ rhythm: 'daily', hour: 7, zone: 'America/Sao_Paulo' })
})

test('a mail program stops it with one request that carries no cookie, and a second time too', async () => {
  const { browser, id } = await world.signedIn()
  await setTo(browser, weekly)
  for (let time = 0; time < 2; time += 1) {
    const program = world.browser()
    await program.request(choose, linkOf(id), { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(await kept(id)).toMatchObject({ rhythm: 'off', nextAt: null })
  }
})

test('a link that was altered, or is another person’s with this one’s name, fits nothing', async () => {
  const { browser, id } = await world.signedIn()
  await setTo(browser, weekly)
  const other = await world.signedIn()
  const good = digestLink(world.sealer, id)
  for (const by of [
    good.slice(0, -1),
    `${good}0`,
    good.replace(id, other.id),
    id,
    '',
    digestLink(world.sealer, crypto.randomUUID()),
  ]) {
    const url = `/digest?by=${encodeURIComponent(by)}`
    await expect(browser.request(byLink, url)).rejects.toMatchObject({ status: 404 })
    const stopping = browser.request(choose, url, { form: { intent: 'off' } })
    await expect(stopping).rejects.toMatchObject({ status: 404 })
  }
  expect((await kept(id)).rhythm).toBe('weekly')
})
