// @vitest-environment happy-dom
import { useLoaderData } from '@remix-run/react'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import { ThreadPage } from './ThreadPage.tsx'

const text = 'The sea is cold. Ships wait.'
const tweets = [
  { position: 1, text: 'The sea is cold.', spans: [{ start: 0, end: 16 }] },
  { position: 2, text: 'Ships wait.', spans: [{ start: 17, end: 28 }] },
].map((tweet) => ({ ...tweet, verdict: 'supported' as const, reasons: [] }))

function view(seq: number, status: GenerationView['status'], count: number): GenerationView {
  return {
    id: 'g1',
    seq,
    status,
    error: null,
    ahead: 0,
    progress: {
      steps: { fetching: 'done', reading: 'done', planning: 'done', writing: 'active', checking: 'waiting' },
      planned: 2,
      writer: 'builtin',
      tweets: tweets.slice(0, count),
      switched: null,
    },
  }
}

const props = {
  thread: {
    id: 't1',
    title: 'The sea',
    ownTitle: null,
    sourceTitle: 'The sea',
    network: 'x' as const,
    limit: 280,
    version: 1,
    numbering: false,
    language: null,
    sourceId: 's1',
    createdAt: '2026-11-23T07:00:00Z',
  },
  source: {
    kind: 'text' as const,
    url: null,
    title: null,
    siteName: null,
    byline: null,
    publishedAt: null,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph' as const, start: 0, end: text.length }],
  },
  canRetry: false,
  canCancel: false,
}

let answers: ((answer: Response | Error) => void)[] = []
let told: GenerationView
let loads = 0
let signals: AbortSignal[] = []
/** What the loader's answers wait for. */
let held = Promise.resolve()

async function show(generation: GenerationView) {
  told = generation
  const page = await mountRoutes(
    [
      {
        id: 'thread',
        path: '/',
        loader: async ({ request }) => {
          loads += 1
          signals.push(request.signal)
          const generation = told
          await held
          return { ...props, generation }
        },
        Component: () => <ThreadPage {...useLoaderData<typeof props & { generation: GenerationView }>()} />,
      },
    ],
    { hydrationData: { loaderData: { thread: { ...props, generation } } } },
  )
  return page
}

/** Answers the poll that the page waits with. */
async function answer(response: Response | Error) {
  await vi.waitFor(() => expect(answers.length).toBeGreaterThan(0))
  await act(async () => answers.shift()?.(response))
}

describe('what to look at in a tweet', () => {
  it('is told as soon as the tweet is written, so that no card moves for it when the thread is done', async () => {
    const generation = view(1, 'running', 2)
    const [first, second] = tweets
    if (!first || !second) throw new Error('There are two.')
    generation.progress.tweets = [{ ...first, text: 'Booking.com grew.' }, second]
    const { container, unmount } = await show(generation)
    // What looks at them is fetched once the page is there.
    await act(() => import('#app/features/threads/lint/edit-hints.ts'))
    await vi.waitFor(() => {
      const cards = [...container.querySelectorAll('article')]
      expect(cards.map((card) => card.querySelector('summary')?.textContent ?? null)).toEqual([
        expect.stringContaining('X makes a link of “Booking.com”'),
        null,
      ])
    })
    await unmount()
  })
})

beforeEach(() => {
  answers = []
  loads = 0
  signals = []
  held = Promise.resolve()
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      answers.push((given) => (given instanceof Error ? reject(given) : resolve(given)))
    })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a page that watches its thread being written', () => {
  it('takes back what the model wrote when the built-in writer begins anew, and says so', async () => {
    const page = await show(view(1, 'running', 2))
    expect(page.container.textContent).toContain('Ships wait.')
    const anew = view(2, 'running', 0)
    const switched = { because: 'model-stalled', after: 2 }
    await answer(Response.json({ ...anew, progress: { ...anew.progress, switched } }))
    await vi.waitFor(() =>
      expect(page.container.textContent).toContain('The 2 tweets it had written are not part of it.'),
    )
    const shown = [...page.container.querySelectorAll('article')].map(({ textContent }) => textContent)
    expect(shown.join(' ')).not.toContain('Ships wait.')
  })

  it('shows each tweet as it comes, and what was stored at the end', async () => {
    const page = await show(view(1, 'running', 0))
    expect(page.container.textContent).toContain('Writing 1 of 2')
    await answer(Response.json(view(2, 'running', 1)))
    await vi.waitFor(() =>
      expect(page.container.querySelector('[data-arriving]')?.textContent).toContain('The sea is cold.'),
    )
    told = view(3, 'ready', 2)
    await answer(Response.json(told))
    await vi.waitFor(() => expect(loads).toBe(1))
    expect(page.container.textContent).toContain('Copy the thread')
    // In the bar, and for narrow screens, where that would push down what is read, beside the steps.
    const ways = [...page.container.querySelectorAll('a[href="/threads/t1/out"]')]
    expect(ways.map((way) => [way.textContent, way.closest('.max-sm\\:hidden') === null])).toEqual([
      ['Post or export', false],
      ['Post or export', true],
    ])
    expect(answers).toHaveLength(0)
    await page.unmount()
  })

  it('cuts no load off where a later stage comes while it is under way, and loads that one after it', async () => {
    const begun = view(1, 'running', 0)
    const page = await show({
      ...begun,
      progress: { ...begun.progress, steps: { ...begun.progress.steps, reading: 'active' } },
    })
    let release = () => {}
    held = new Promise((resolve) => {
      release = resolve
    })
    told = view(2, 'running', 1)
    await answer(Response.json(told))
    await vi.waitFor(() => expect(loads).toBe(1))
    told = view(3, 'ready', 2)
    await answer(Response.json(told))
    expect(loads).toBe(1)
    await act(async () => release())
    await vi.waitFor(() => expect(loads).toBe(2))
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false])
    expect(page.container.textContent).toContain('Copy the thread')
    await page.unmount()
  })

  it('loads the page anew when the thread is gone', async () => {
    const page = await show(view(1, 'running', 0))
    await answer(new Response('', { status: 404 }))
    await vi.waitFor(() => expect(loads).toBe(1))
    await page.unmount()
  })

  it('asks no more once it is left', async () => {
    const page = await show(view(1, 'queued', 0))
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    await page.unmount()
    expect(answers).toHaveLength(1)
  })
})

describe('pointing', () => {
  const enter = (element: Element | null) =>
    act(async () => element?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })))
  const leave = (element: Element | null) =>
    act(async () => element?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true })))

  it('at a tweet lights its passage, and back', async () => {
    const page = await show(view(3, 'ready', 2))
    const lit = () => [...page.container.querySelectorAll('[data-lit]')].map((element) => element.textContent)
    const tweet = page.container.querySelector('#tweet-2')
    await enter(tweet)
    expect(lit()[0]).toContain('Ships wait.')
    expect(lit()[1]).toContain('Ships wait.')
    await leave(tweet)
    expect(lit()).toEqual([])
    const passage = page.container.querySelector('#passage-1')?.closest('mark') ?? null
    await enter(passage)
    expect(page.container.querySelector('#tweet-1')?.hasAttribute('data-lit')).toBe(true)
    await leave(passage)
    expect(lit()).toEqual([])
    await page.unmount()
  })

  it('by keyboard does the same', async () => {
    const page = await show(view(3, 'ready', 2))
    const number = page.container.querySelector<HTMLElement>('a[aria-label="Tweet 2"]')
    await act(async () => number?.focus())
    expect(page.container.querySelector('#tweet-2')?.hasAttribute('data-lit')).toBe(true)
    await act(async () => page.container.querySelector<HTMLElement>('a[href="#passage-1"]')?.focus())
    expect(page.container.querySelector('#tweet-1')?.hasAttribute('data-lit')).toBe(true)
    await page.unmount()
  })

  it('at a tab shows its pane, as following a passage does', async () => {
    const page = await show(view(3, 'ready', 2))
    const shown = () => page.container.querySelector('.pane[data-shown="true"]')?.id
    const click = (selector: string) =>
      act(async () => page.container.querySelector<HTMLElement>(selector)?.click())
    expect(shown()).toBe('thread')
    await click('nav a[href="#source"]')
    expect(shown()).toBe('source')
    await click('a[aria-label="Tweet 1"]')
    expect(shown()).toBe('thread')
    await click('a[href="#passage-1"]')
    expect(shown()).toBe('source')
    await page.unmount()
  })
})
