import { setTimeout as sleep } from 'node:timers/promises'
import { FormData, Pool } from 'undici'
import { generationViewSchema, isFinal, stageOf } from '#app/routes/threads.$threadId/generation-view.ts'
import { longTextOf } from '#tests/factories/texts.ts'
import { type PlainBrowser, plainBrowser } from '#tests/setup/plain-browser.ts'
import { documentWith, storedSchema } from './edited.ts'
import { type Deed, deedsAnHour, type Order, patience, pauses } from './person-model.ts'
import type { Recorder } from './recorder.ts'

const typedWords = ['wor', 'word1', 'word17']

type World = { address: string; password: string; recorder: Recorder; random: () => number }

/** Somebody in a browser, which keeps its connections open as browsers do: up to six, each for as long as the server lets it. */
export function createPerson({ email, cookie, threadIds }: Order['people'][number], world: World) {
  const { address, password, recorder, random } = world
  const pool = new Pool(address, {
    connections: 6,
    pipelining: 1,
    // A little less than nginx keeps them for.
    keepAliveTimeout: 70_000,
    headersTimeout: patience.usual,
    bodyTimeout: patience.held,
  })
  const polls = new Pool(address, { connections: 1, keepAliveTimeout: 70_000, headersTimeout: patience.held })
  let browser = plainBrowser({ dispatcher: pool })
  let poller = plainBrowser({ dispatcher: polls })
  browser.keep(cookie)
  let submitted = 0

  /** Null where it broke or was refused, which is told. */
  async function ask(kind: string, work: () => ReturnType<PlainBrowser['get']>) {
    const begun = performance.now()
    try {
      const answer = await work()
      recorder.answered(kind, performance.now() - begun, answer.status)
      return answer.status < 400 || answer.status === 409 ? answer : null
    } catch (error) {
      recorder.broke(kind, error instanceof Error ? (error.cause ?? error.name).toString() : String(error))
      return null
    }
  }
  const get = (kind: string, path: string) => ask(kind, () => browser.get(address + path))
  const pause = ([least, most]: readonly [number, number]) => sleep(least + random() * (most - least))
  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]

  async function signIn(): Promise<void> {
    browser = plainBrowser({ dispatcher: pool })
    await get('sign-in page', '/sign-in')
    await pause(pauses.beforeTheForm)
    const form = { intent: 'password', email, password }
    if (await ask('sign in', () => browser.post(`${address}/sign-in`, form))) await get('library', '/threads')
  }

  async function submit(): Promise<void> {
    const page = await get('first page', '/')
    if (!page) return
    await pause(pauses.beforeTheForm)
    const form = new FormData()
    submitted += 1
    form.set('source', longTextOf(`${email}, number ${submitted}`))
    const taken = await ask('submit', () => browser.post(`${address}/?index`, form))
    const path = taken?.location
    if (!path) return
    const begun = performance.now()
    recorder.taken(path.split('/').at(-1) ?? '')
    await get('thread page', path)
    await follow(path, begun)
  }

  /** As the page does: held polls, and the page's data again at each stage that has more to show. */
  async function follow(path: string, begun: number): Promise<void> {
    poller = plainBrowser({ dispatcher: polls })
    browser.lend(poller)
    let since = -1
    let stage = 'before'
    let hasTweets = false
    for (let failed = 0; failed < 5; ) {
      const kind = since < 0 ? 'progress' : 'progress (held)'
      const asked = since
      const answer = await ask(kind, () => poller.get(`${address}${path}/progress?since=${asked}`))
      if (!answer) {
        failed += 1
        await sleep(1_000)
        continue
      }
      if (answer.status === 204) continue
      const view = generationViewSchema.parse(JSON.parse(answer.text))
      since = view.seq
      if (!hasTweets && view.progress.tweets.length > 0) {
        hasTweets = true
        recorder.firstTweet(performance.now() - begun)
      }
      if (stageOf(view) !== stage) await get('thread data', `${path}.data`)
      stage = stageOf(view)
      if (view.status === 'ready') recorder.ready(performance.now() - begun)
      if (isFinal(view.status)) return
    }
  }

  async function edit(): Promise<void> {
    const id = oneOf(threadIds)
    await get('thread data', `/threads/${id}.data`)
    const known = await get('document', `/threads/${id}/document`)
    if (!known) return
    let stored = storedSchema.parse(JSON.parse(known.text))
    for (let times = 0; times < 5; times += 1) {
      await pause(pauses.betweenSaves)
      const form = documentWith(stored, random)
      const saved = await ask('save', () => browser.post(`${address}/threads/${id}/document`, form))
      if (!saved) return
      stored = storedSchema.parse(JSON.parse(saved.text))
    }
  }

  async function search(): Promise<void> {
    for (const typed of typedWords) {
      await get('search', `/threads.data?q=${typed}`)
      await pause(pauses.betweenLetters)
    }
    await pause(pauses.beforeOpening)
    await get('thread data', `/threads/${oneOf(threadIds)}.data`)
  }

  const deeds: Record<Deed, () => Promise<void>> = { 'sign in': signIn, submit, edit, search }
  return {
    /** Opens the library, and with it the connections. */
    come: () => get('library', '/threads'),
    deed: (name: Deed) => deeds[name](),
    connections: () => pool.stats.connected + polls.stats.connected,
    close: () => Promise.all([pool.destroy(), polls.destroy()]),
  }
}

const all = Object.entries(deedsAnHour)
/** All deeds of a person in an hour. */
export const deedsInAll = all.reduce((sum, [, rate]) => sum + rate, 0)

/** Draws what is done next, by how often each is done. */
export function drawDeed(random: () => number): Deed {
  let left = random() * deedsInAll
  for (const name of ['sign in', 'submit', 'edit', 'search'] as const) {
    left -= deedsAnHour[name]
    if (left < 0) return name
  }
  return 'search'
}
