// @vitest-environment happy-dom
import { useLoaderData } from '@remix-run/react'
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import type { ChangeAnswer } from './change-tweet.server.ts'
import { ThreadPage } from './ThreadPage.tsx'
import type { ThreadPageProps } from './thread-props.ts'

const stored = (id: string, position: number, text: string): StoredTweet => ({
  id,
  position,
  text,
  spans: [],
  verdict: 'supported',
  reasons: [],
  isOpinion: false,
  isLocked: false,
})

const sea = 'The sea is cold. Ships wait in the harbour for 40 days, says the pilot.'

const steps = {
  fetching: 'done',
  reading: 'done',
  planning: 'done',
  writing: 'done',
  checking: 'done',
} as const

function propsOf(tweets: StoredTweet[], version: number): ThreadPageProps {
  const progress = { steps, planned: 2, writer: 'builtin' as const, tweets, switched: null }
  return {
    thread: {
      id: 't1',
      title: 'The sea',
      network: 'x',
      limit: 280,
      version,
      numbering: false,
      language: null,
      sourceId: 's1',
      createdAt: '2026-11-23T07:00:00Z',
    },
    source: {
      kind: 'text',
      url: null,
      title: null,
      siteName: null,
      byline: null,
      publishedAt: null,
      language: 'en',
      text: sea,
      blocks: [{ kind: 'paragraph', start: 0, end: sea.length }],
    },
    generation: { id: 'g1', seq: 3, status: 'ready', error: null, ahead: 0, progress },
    tweets,
    canRetry: false,
    canCancel: false,
  }
}

/** A page whose thread and the server's answer to a change are the test's to set. */
async function show() {
  const server = {
    tweets: [stored('a', 1, 'The sea is cold.'), stored('b', 2, 'Ships wait.')],
    version: 1,
    sent: [] as Record<string, FormDataEntryValue>[],
    change: (_fields: Record<string, FormDataEntryValue>): string | null => null,
  }
  const load = () => propsOf(server.tweets, server.version)
  const page = await mountRoutes(
    [
      {
        id: 'thread',
        path: '/',
        loader: load,
        action: async ({ request }): Promise<ChangeAnswer> => {
          const fields = Object.fromEntries(await request.formData())
          server.sent.push(fields)
          const error = server.change(fields)
          return { saved: error === null, error, tweetId: null, text: null }
        },
        Component: () => <ThreadPage {...useLoaderData<ThreadPageProps>()} />,
      },
    ],
    { hydrationData: { loaderData: { thread: load() } } },
  )
  unmount = page.unmount
  const card = (position: number) => {
    const found = page.container.querySelector<HTMLElement>(`#tweet-${position}`)
    if (!found) throw new Error(`There is a tweet ${position}.`)
    return found
  }
  return { server, card }
}
let unmount = async () => {}
afterEach(() => unmount())

function inside<Found extends Element>(card: Element, selector: string, type: new () => Found): Found {
  const found = card.querySelector(selector)
  if (!(found instanceof type)) throw new Error(`There is no ${selector}.`)
  return found
}
const area = (card: Element) => inside(card, 'textarea', HTMLTextAreaElement)
const summary = (card: Element) => inside(card, 'summary', HTMLElement)
const isOpen = (card: Element) => inside(card, 'details', HTMLDetailsElement).open

async function open(card: Element) {
  const details = inside(card, 'details', HTMLDetailsElement)
  await act(async () => {
    details.open = true
    details.dispatchEvent(new Event('toggle'))
  })
}
async function type(card: Element, text: string) {
  await act(async () => {
    area(card).value = text
    area(card).dispatchEvent(new Event('input', { bubbles: true }))
  })
}
const press = (card: Element, key: string, over: KeyboardEventInit = {}) =>
  act(async () => area(card).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...over })))
const click = (card: Element, label: string) =>
  act(async () =>
    [...card.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(label))?.click(),
  )

describe('the form of a tweet', () => {
  it('counts while it is typed in, and shows what is over the limit without stopping it', async () => {
    const { card, server } = await show()
    await open(card(1))
    await type(card(1), 'x'.repeat(292))
    expect(card(1).querySelector('form')?.textContent).toContain('292 of 280 characters, 12 over the limit')
    await click(card(1), 'Save and check')
    await vi.waitFor(() => expect(server.sent).toHaveLength(1))
  })

  // The check and its words are loaded first.
  it('says what the source backs of it while it is typed, and nothing of what is saved', {
    timeout: 30_000,
  }, async () => {
    const { card } = await show()
    await open(card(2))
    await type(card(2), 'Ships wait in the harbour for 60 days.')
    const told = async (words: string) => {
      for (let looks = 0; looks < 400 && !card(2).textContent?.includes(words); looks += 1)
        await act(() => new Promise<void>((resolve) => setTimeout(resolve, 50)))
      expect(card(2).textContent).toContain(words)
    }
    await told('“60 days”: the source says “40 days”.')
    await type(card(2), 'Ships wait in the harbour for 40 days.')
    await told('As typed: Supported')
    await type(card(2), 'Ships wait.')
    expect(card(2).textContent).not.toContain('As typed')
  })

  it('is saved by its keys, closes, gives the focus back, and has the new verdict said', async () => {
    const { card, server } = await show()
    server.change = ({ text }) => {
      const reason = { code: 'number-not-found' as const, at: { start: 0, end: 4 }, found: 'One' }
      server.tweets = [
        { ...stored('a', 1, String(text)), verdict: 'partly', reasons: [reason] },
        ...server.tweets.slice(1),
      ]
      return null
    }
    await open(card(1))
    expect(document.activeElement).toBe(area(card(1)))
    await type(card(1), 'Nine seas are cold.')
    await press(card(1), 'Enter', { ctrlKey: true })
    await vi.waitFor(() => expect(isOpen(card(1))).toBe(false))
    expect(server.sent[0]).toMatchObject({ intent: 'edit', text: 'Nine seas are cold.', tweetId: 'a' })
    expect(document.activeElement).toBe(summary(card(1)))
    expect(card(1).textContent).toContain('Tweet 1: partly supported, 1 thing to look at.')
    expect(card(1).textContent).toContain('the source says “One”')
  })

  it('keeps what was typed when it is refused, says why, and takes the focus', async () => {
    const { card, server } = await show()
    server.change = () => 'A tweet needs some text.'
    await open(card(1))
    await type(card(1), ' ')
    await click(card(1), 'Save and check')
    await vi.waitFor(() => expect(area(card(1)).getAttribute('aria-invalid')).toBe('true'))
    expect(card(1).textContent).toContain('A tweet needs some text.')
    expect(area(card(1)).value).toBe(' ')
    expect(document.activeElement).toBe(area(card(1)))
  })

  it('keeps what was typed when Escape folds it, and gives it up only when that is said', async () => {
    const { card } = await show()
    await open(card(1))
    await type(card(1), 'Half a thought')
    await press(card(1), 'Escape')
    expect(isOpen(card(1))).toBe(false)
    expect(document.activeElement).toBe(summary(card(1)))
    expect(summary(card(1)).textContent).toContain('not saved yet')
    await open(card(1))
    expect(area(card(1)).value).toBe('Half a thought')
    await click(card(1), 'Leave it as it was')
    expect(isOpen(card(1))).toBe(false)
    await open(card(1))
    expect(area(card(1)).value).toBe('The sea is cold.')
  })

  it('stays with its tweet when that moves, and says when the tweet was changed elsewhere', async () => {
    const { card, server } = await show()
    await open(card(2))
    await type(card(2), 'Mine about ships')
    server.change = () => {
      server.tweets = [
        { ...stored('a', 1, 'The sea is cold.'), isLocked: true },
        stored('c', 2, 'Added between.'),
        stored('b', 3, 'Theirs about ships.'),
      ]
      server.version = 4
      return null
    }
    await click(card(1), 'Lock')
    await vi.waitFor(() => expect(card(3).textContent).toContain('Theirs about ships.'))
    expect(area(card(2)).value).toBe('Added between.')
    expect(area(card(3)).value).toBe('Mine about ships')
    expect(card(3).textContent).toContain('This tweet was changed meanwhile')
    await click(card(3), 'Save and check')
    await vi.waitFor(() => expect(server.sent).toHaveLength(2))
    expect(server.sent[1]).toMatchObject({ tweetId: 'b', version: '4', text: 'Mine about ships' })
  })
})

describe('a button of a tweet', () => {
  it('says in the card why nothing was changed', async () => {
    const { card, server } = await show()
    server.change = () => 'The thread was changed elsewhere.'
    await click(card(2), 'Lock')
    await vi.waitFor(() =>
      expect(card(2).querySelector('[role="alert"]')?.textContent).toContain('elsewhere'),
    )
    expect(server.sent).toEqual([{ tweetId: 'b', version: '1', intent: 'lock' }])
  })
})
