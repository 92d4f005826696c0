import { describe, expect, it } from 'vitest'
import type { GenerationView } from '#app/features/generation/progress.ts'
import {
  afterPoll,
  delayAfter,
  type FollowOptions,
  followProgress,
  type PollEvent,
} from './follow-progress.ts'
import { isFinal, needsRefresh } from './generation-view.ts'

function view(seq: number, status: GenerationView['status'] = 'running'): GenerationView {
  const waiting = 'waiting' as const
  return {
    id: 'g1',
    seq,
    status,
    error: null,
    ahead: 0,
    progress: {
      steps: { fetching: waiting, reading: waiting, planning: waiting, writing: waiting, checking: waiting },
      planned: null,
      writer: null,
      tweets: [],
      switched: null,
    },
  }
}

/** Follows against a server that gives these answers, one a poll, and then never answers again. */
async function follow(answers: (() => Response | Promise<Response>)[]) {
  const events: PollEvent[] = []
  const asked: string[] = []
  const waits: number[] = []
  const abort = new AbortController()
  const options: FollowOptions = {
    url: '/threads/t1/progress',
    since: 1,
    signal: abort.signal,
    onEvent: (event) => events.push(event),
    get: async (input) => {
      asked.push(String(input))
      const answer = answers.shift()
      if (answer === undefined) {
        abort.abort()
        throw new DOMException('aborted', 'AbortError')
      }
      return answer()
    },
    wait: async (milliseconds) => {
      if (milliseconds > 0) waits.push(milliseconds)
    },
    seen: async () => {},
    now: () => 0,
    random: () => 1,
  }
  await followProgress(options)
  return { events, asked, waits }
}

const news = (seq: number, status?: GenerationView['status']) => () => Response.json(view(seq, status))

describe('following a generation', () => {
  it('asks for what came since, and stops when it has ended', async () => {
    const { events, asked, waits } = await follow([news(2), news(5, 'ready'), news(9)])
    expect(asked).toEqual(['/threads/t1/progress?since=1', '/threads/t1/progress?since=2'])
    expect(events.map((event) => event.type)).toEqual(['view', 'view'])
    expect(waits).toEqual([])
  })

  it('takes an empty or an old answer for no news, and lets a moment pass', async () => {
    const { events, waits } = await follow([
      () => new Response(null, { status: 204 }),
      news(1),
      news(2, 'failed'),
    ])
    expect(events.map((event) => event.type)).toEqual(['quiet', 'quiet', 'view'])
    expect(waits).toEqual([1000, 1000])
  })

  it('waits longer after each failure, and is quick again after an answer', async () => {
    const broken = () => Promise.reject(new TypeError('failed to fetch'))
    const { events, waits } = await follow([
      broken,
      () => new Response('', { status: 502 }),
      () => Response.json({ nonsense: true }),
      news(2),
      news(3, 'cancelled'),
    ])
    expect(events.map((event) => event.type)).toEqual(['failed', 'failed', 'failed', 'view', 'view'])
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it.each([404, 410])('gives up on a thread that is gone (%i)', async (status) => {
    const { events } = await follow([() => new Response('', { status }), news(2)])
    expect(events).toEqual([{ type: 'gone' }])
  })

  it('ends without a word when nobody listens any more', async () => {
    expect((await follow([])).events).toEqual([])
  })
})

it('never waits longer than 15 s, and not all browsers wait alike', () => {
  expect([1, 2, 3, 4, 5, 9].map((failures) => delayAfter(failures, 1))).toEqual([
    1000, 2000, 4000, 8000, 15_000, 15_000,
  ])
  expect(delayAfter(1, 0)).toBe(750)
  expect(delayAfter(0, 1)).toBe(0)
})

describe('what a poll changes', () => {
  const start = { view: view(4), failures: 0, gone: false }

  it('is the view, when it is newer', () => {
    expect(afterPoll(start, { type: 'view', view: view(5) }).view.seq).toBe(5)
    expect(afterPoll(start, { type: 'view', view: view(3) }).view.seq).toBe(4)
  })

  it('is the count of failures, until an answer comes', () => {
    const failed = afterPoll(afterPoll(start, { type: 'failed' }), { type: 'failed' })
    expect(failed.failures).toBe(2)
    expect(afterPoll(failed, { type: 'quiet' }).failures).toBe(0)
    expect(afterPoll(failed, { type: 'view', view: view(5) }).failures).toBe(0)
    expect(afterPoll(start, { type: 'quiet' })).toBe(start)
    expect(afterPoll(start, { type: 'gone' }).gone).toBe(true)
  })
})

it('a page without JavaScript loads itself again until the end', () => {
  expect((['queued', 'running', 'ready', 'failed', 'cancelled'] as const).map(needsRefresh)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(isFinal('failed')).toBe(true)
})
