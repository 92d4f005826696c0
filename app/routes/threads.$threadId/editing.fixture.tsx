import { useLoaderData } from '@remix-run/react'
import { act } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { editHints } from '#app/features/threads/lint/edit-hints.ts'
import { documentOf } from '#app/features/threads/stored-tweet.ts'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import { threadServer } from './editor/server.fixture.ts'
import type { Stored } from './editor/wire.ts'
import { ThreadPage } from './ThreadPage.tsx'
import type { ThreadPageProps } from './thread-props.ts'

const sea = 'The sea is cold. Ships wait in the harbour for 40 days, says the pilot.'

const steps = {
  fetching: 'done',
  reading: 'done',
  planning: 'done',
  writing: 'done',
  checking: 'done',
} as const

function propsOf(stored: Stored): ThreadPageProps {
  const { tweets, version, title } = stored
  const progress = { steps, planned: 2, writer: 'builtin' as const, tweets, switched: null }
  return {
    thread: {
      id: 't1',
      title: title ?? 'The sea',
      ownTitle: title,
      sourceTitle: 'The sea',
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
    hints: editHints({
      document: documentOf(stored),
      network: 'x',
      limit: null,
      support: new Map(),
      language: 'en',
      sourceUrl: null,
    }),
    canRetry: false,
    canCancel: false,
  }
}

/** The page of a thread that a server keeps at the other end of the wire. */
export async function show(texts = ['The sea is cold.', 'Ships wait.']) {
  const server = threadServer(texts)
  vi.stubGlobal('fetch', server.fetch)
  const load = () => propsOf(server.thread)
  const page = await mountRoutes(
    [
      {
        id: 'thread',
        path: '/',
        loader: load,
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
  const texts_ = () => [...page.container.querySelectorAll('textarea')].map(({ value }) => value)
  return { server, card, page: page.container, texts: texts_ }
}
let unmount = async () => {}
/** For the tests of a file: each begins with nothing shown. */
export function startPages() {
  beforeEach(() => {
    window.scrollTo(0, 0)
  })
  afterEach(async () => {
    await unmount()
    vi.unstubAllGlobals()
  })
}

export function area(card: Element): HTMLTextAreaElement {
  const found = card.querySelector('textarea')
  if (!found) throw new Error('A tweet can be typed in.')
  return found
}
const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
const setInput = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set

/** As React sees it typed: the field's own setter, past the one that React put before it. */
export const type = (field: HTMLTextAreaElement | HTMLInputElement, text: string) =>
  act(async () => {
    field.focus()
    const set = field instanceof HTMLTextAreaElement ? setValue : setInput
    set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
export async function caret(card: Element, at: number) {
  await act(async () => {
    area(card).focus()
    area(card).setSelectionRange(at, at)
  })
}
export const press = (key: string, over: KeyboardEventInit = {}) =>
  act(async () =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }),
    ),
  )
export function button(within: Element, label: string): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent)?.startsWith(label),
  )
  if (!found) throw new Error(`There is a button "${label}".`)
  return found
}
export const click = (within: Element, label: string) => act(async () => button(within, label).click())
/** What comes a moment later, looked for again and again. */
export async function eventually(look: () => void) {
  for (let looks = 0; looks < 400; looks += 1) {
    try {
      return look()
    } catch {
      await act(() => new Promise<void>((resolve) => setTimeout(resolve, 25)))
    }
  }
  look()
}
