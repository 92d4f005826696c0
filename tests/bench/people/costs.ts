import type { Fleet } from '#tests/setup/fleet.ts'
import { type PlainBrowser, plainBrowser } from '#tests/setup/plain-browser.ts'
import { documentWith, storedSchema } from './edited.ts'
import type { Order } from './person-model.ts'
import { password } from './population.ts'
import { readUsed, sum, usedBetween } from './used.ts'

/** What one of a kind takes: milliseconds of a core, and bytes written to PostgreSQL's log. */
export type Cost = { web: number; worker: number; postgres: number | null; logBytes: number }

/** What so many of something take each, done a few at a time. */
export async function costOf(
  fleet: Fleet,
  work: (at: number) => Promise<unknown>,
  { times, atOnce = 2 }: { times: number; atOnce?: number },
): Promise<Cost> {
  const before = await readUsed(fleet)
  let begun = 0
  const worker = async () => {
    while (begun < times) {
      begun += 1
      await work(begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const used = usedBetween(before, await readUsed(fleet))
  const each = (seconds: number) => (seconds * 1000) / times
  return {
    web: each(sum(used.web)),
    worker: each(sum(used.worker)),
    postgres: used.postgres === null ? null : each(used.postgres),
    logBytes: used.logBytes / times,
  }
}

/** Reads what stands and saves it with a tweet changed. */
async function saveOnce(browser: PlainBrowser, url: string): Promise<void> {
  const stored = storedSchema.parse(JSON.parse((await browser.get(url)).text))
  const { status } = await browser.post(url, documentWith(stored, Math.random))
  if (status !== 200) throw new Error(`a save was answered with ${status}`)
}

/** What each kind of request takes, kind by kind, over everybody's libraries. */
export async function costsOfRequests(
  fleet: Fleet,
  people: Order['people'],
  times: number,
): Promise<Record<string, Cost>> {
  const { address } = fleet
  const asOne = (at: number) => {
    const one = people[at % people.length]
    if (!one) throw new Error('nobody is there')
    const browser = plainBrowser()
    browser.keep(one.cookie)
    return { ...one, browser, threadId: one.threadIds[at % one.threadIds.length] ?? '' }
  }
  const expect = async (status: number, answer: ReturnType<PlainBrowser['get']>) => {
    const { status: was } = await answer
    if (was !== status) throw new Error(`a request was answered with ${was}`)
  }
  const kinds: Record<string, (at: number) => Promise<void>> = {
    'first page': (at) => expect(200, asOne(at).browser.get(`${address}/`)),
    'sign in': (at) => {
      const form = { intent: 'password', email: asOne(at).email, password }
      return expect(302, plainBrowser().post(`${address}/sign-in`, form))
    },
    'document and save': (at) => {
      const { browser, threadId } = asOne(at)
      return saveOnce(browser, `${address}/threads/${threadId}/document`)
    },
    library: (at) => expect(200, asOne(at).browser.get(`${address}/threads`)),
    search: (at) => expect(200, asOne(at).browser.get(`${address}/threads.data?q=word1`)),
    'thread page': (at) => {
      const { browser, threadId } = asOne(at)
      return expect(200, browser.get(`${address}/threads/${threadId}`))
    },
    'thread data': (at) => {
      const { browser, threadId } = asOne(at)
      return expect(200, browser.get(`${address}/threads/${threadId}.data`))
    },
    progress: (at) => {
      const { browser, threadId } = asOne(at)
      return expect(200, browser.get(`${address}/threads/${threadId}/progress?since=-1`))
    },
  }
  const costs: Record<string, Cost> = {}
  for (const [kind, work] of Object.entries(kinds)) {
    // Until what both run is compiled.
    for (let at = 0; at < 10; at += 1) await work(at)
    costs[kind] = await costOf(fleet, work, { times })
  }
  return costs
}
