import { expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './_index/route.tsx'

const database = cloneTestDatabase()
const submit = (browser: ReturnType<typeof browserOf>, form: Record<string, string>) =>
  browser.request(action, '/?index', { form: { source: bridgeArticle, ...form } })

test('a visitor is told what is left when that is little, and at the form that nothing is', async () => {
  const browser = browserOf(database, { QUOTAS: '1', ip: '203.0.113.20' })
  const notice = async () => (await browser.request(loader, '/')).data.quota
  expect(await notice()).toBeNull()
  for (let made = 0; made < 2; made += 1) expect(await submit(browser, {})).toMatchObject({ status: 302 })
  expect(await notice()).toMatch(/^1 of 3 threads is left for today\. More come in /)
  await submit(browser, {})
  expect(await notice()).toMatch(/used up/)
  const refused = await submit(browser, { tone: 'punchy' })
  if (!('data' in refused)) throw new Error('it was taken')
  expect(refused.init?.status).toBe(429)
  expect(refused.data.errors).toEqual({
    form: expect.stringMatching(/3 threads a day.* used up\. More come in /),
  })
  expect(refused.data.values.tone).toBe('punchy')
  expect(new Headers(refused.init?.headers).get('Retry-After')).toMatch(/^\d+$/)
})

test('fifty clicks on one form make one thread, and lead to it, all of them', async () => {
  const browser = browserOf(database, { QUOTAS: '1', LIMITS_FACTOR: '1', ip: '203.0.113.21' })
  const { data } = await browser.request(loader, '/')
  const form = { submissionKey: data.submissionKey }
  const answers = await Promise.all(Array.from({ length: 50 }, () => submit(browser, form)))
  const places = answers.map((answer) => (answer instanceof Response ? answer.headers.get('Location') : null))
  expect(new Set(places).size).toBe(1)
  expect(places[0]).toMatch(/^\/threads\//)
})

test('in local mode nobody is charged unless that is asked for', async () => {
  const browser = browserOf(database, { ip: '203.0.113.22' })
  for (let made = 0; made < 4; made += 1) expect(await submit(browser, {})).toMatchObject({ status: 302 })
  expect((await browser.request(loader, '/')).data.quota).toBeNull()
})
