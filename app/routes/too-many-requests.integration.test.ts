import { describe, expect, test } from 'vitest'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action, loader } from './_index/route.tsx'
import { action as sourceAction } from './sources.$sourceId/route.tsx'
import { action as threadAction } from './threads.$threadId/route.tsx'

const database = cloneTestDatabase()
const asSet = { LIMITS_FACTOR: '1' }

async function untilRefused(most: number, attempt: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < most; count += 1) {
    const refused = await attempt().then(
      (answer) => (typeof answer === 'object' && answer && 'init' in answer ? answer.init : answer),
      (thrown: unknown) => thrown,
    )
    if (typeof refused === 'object' && refused && 'status' in refused && refused.status === 429) return count
  }
  return most
}

describe('who does too much at once', () => {
  test('is told at the form when to go on, with what was typed', async () => {
    const browser = browserOf(database, { ...asSet, ip: '203.0.113.10' })
    await browser.request(loader, '/')
    const form = { source: 'too short', tone: 'punchy' }
    expect(await untilRefused(100, () => browser.request(action, '/?index', { form }))).toBe(60)
    const before = await database.owner.prisma.thread.count()
    const answer = await browser.request(action, '/?index', { form: { ...form, source: bridgeArticle } })
    if (!('data' in answer)) throw new Error('it was taken')
    expect(answer.init?.status).toBe(429)
    expect(answer.data.errors).toEqual({ form: expect.stringMatching(/Try again in \d+ minutes\.$/) })
    expect(answer.data.values.tone).toBe('punchy')
    expect(answer.data.values.source?.replaceAll('\r\n', '\n')).toBe(bridgeArticle)
    expect(Number(new Headers(answer.init?.headers).get('Retry-After'))).toBeGreaterThan(500)
    expect(await database.owner.prisma.thread.count()).toBe(before)
  })

  test('is counted by address where the visitor’s cookie is dropped each time', async () => {
    const attempt = () =>
      browserOf(database, { ...asSet, ip: '203.0.113.11' }).request(action, '/?index', {
        form: { source: 'x' },
      })
    expect(await untilRefused(200, attempt)).toBe(150)
  })

  test('is refused writing again, fetching again and other wordings, and may still cancel', async () => {
    const browser = browserOf(database, { ...asSet, ip: '203.0.113.12' })
    const started = await browser.request(action, '/?index', { form: { source: 'https://example.com/post' } })
    if (!(started instanceof Response)) throw new Error('it was not taken')
    const threadId = started.headers.get('Location')?.split('/').at(-1) ?? ''
    const { sourceId } = await database.owner.prisma.thread.findUniqueOrThrow({ where: { id: threadId } })
    const onThread = (intent: string) => () =>
      browser.request(threadAction, '/', { params: { threadId }, form: { intent } })
    const reread = () =>
      browser.request(sourceAction, '/', { params: { sourceId }, form: { intent: 'reread' } })
    expect(await untilRefused(50, onThread('retry'))).toBe(30)
    expect(await untilRefused(50, reread)).toBe(20)
    const candidate = { intent: 'ask-add', version: '0', start: '0', end: '9' }
    const ask = () => browser.request(threadAction, '/', { params: { threadId }, form: candidate })
    expect(await untilRefused(100, ask)).toBe(40)
    expect(await ask()).toMatchObject({
      data: { error: expect.stringMatching(/Try again in \d+ minutes\.$/) },
    })
    expect(await onThread('cancel')()).toMatchObject({ status: 302 })
    const refused = await onThread('retry')().catch((thrown: unknown) => thrown)
    if (!(refused instanceof Response)) throw new Error('no response')
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(500)
    expect(await refused.text()).toMatch(/Try again in \d+ minutes\.$/)
  })
})
