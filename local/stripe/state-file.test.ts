import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWithReceiver, subscribed } from '#tests/setup/stripe-stand-in.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'state.json')
const start = (onFault?: (sentence: string) => void) =>
  startWithReceiver({ stateFile: file(), ...(onFault && { onFault }) })

test('remembers what was bought, its clock and the events that weren’t taken', async () => {
  const first = await start()
  const { subscription } = await subscribed(first)
  first.control.advance(10 * 86_400)
  await first.news()
  first.answers.push(500)
  await first.stripe.subscriptions.update(subscription, { cancel_at_period_end: true })
  const now = first.control.now()
  await first.close()

  const second = await start()
  try {
    expect(await second.news()).toEqual(['customer.subscription.updated'])
    expect(second.control.now()).toBeGreaterThanOrEqual(now)
    second.control.renew(subscription)
    expect((await second.stripe.subscriptions.retrieve(subscription)).status).toBe('canceled')
  } finally {
    await second.close()
  }
})

test.each([
  ['torn', (content: string) => content.slice(0, content.length / 2)],
  ['foreign', () => '{"version":1,"customers":[]}'],
  ['empty', () => ''],
])('a %s file is told and put aside, and all begins anew', async (_kind, damage) => {
  const first = await start()
  await first.stripe.customers.create({})
  await first.close()
  const damaged = damage(readFileSync(file(), 'utf8'))
  writeFileSync(file(), damaged)
  const faults: string[] = []
  const second = await start((sentence) => faults.push(sentence))
  try {
    expect(faults).toEqual([expect.stringContaining(file())])
    expect((await second.stripe.customers.list()).data).toEqual([])
    expect(readFileSync(`${file()}.damaged`, 'utf8')).toBe(damaged)
    await second.stripe.customers.create({})
  } finally {
    await second.close()
  }
  expect(existsSync(`${file()}.new`)).toBe(false)
  expect(JSON.parse(readFileSync(file(), 'utf8')).version).toBe(1)
})
