// @vitest-environment happy-dom
import { useLoaderData } from '@remix-run/react'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import { ids, threadServer } from './editor/server.fixture.ts'
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

function propsOf({ tweets, version, title }: Stored): ThreadPageProps {
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
    canRetry: false,
    canCancel: false,
  }
}

/** The page of a thread that a server keeps at the other end of the wire. */
async function show(texts = ['The sea is cold.', 'Ships wait.']) {
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
beforeEach(() => {
  window.scrollTo(0, 0)
})
afterEach(async () => {
  await unmount()
  vi.unstubAllGlobals()
})

function area(card: Element): HTMLTextAreaElement {
  const found = card.querySelector('textarea')
  if (!found) throw new Error('A tweet can be typed in.')
  return found
}
const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
const setInput = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set

/** As React sees it typed: the field's own setter, past the one that React put before it. */
const type = (field: HTMLTextAreaElement | HTMLInputElement, text: string) =>
  act(async () => {
    field.focus()
    const set = field instanceof HTMLTextAreaElement ? setValue : setInput
    set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
async function caret(card: Element, at: number) {
  await act(async () => {
    area(card).focus()
    area(card).setSelectionRange(at, at)
  })
}
const press = (key: string, over: KeyboardEventInit = {}) =>
  act(async () =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }),
    ),
  )
function button(within: Element, label: string): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent)?.startsWith(label),
  )
  if (!found) throw new Error(`There is a button "${label}".`)
  return found
}
const click = (within: Element, label: string) => act(async () => button(within, label).click())
/** What comes a moment later, looked for again and again. */
async function eventually(look: () => void) {
  for (let looks = 0; looks < 400; looks += 1) {
    try {
      return look()
    } catch {
      await act(() => new Promise<void>((resolve) => setTimeout(resolve, 25)))
    }
  }
  look()
}

describe('a tweet that is typed in', () => {
  it('counts while it is typed, marks what is over the limit, and can be split to fit', async () => {
    const { card, texts } = await show()
    await type(area(card(1)), 'Nine words stand in each of these sentences here. '.repeat(6).trim())
    expect(card(1).querySelector('footer')?.textContent).toContain('299 of 280 characters, 19 over the limit')
    expect(card(1).querySelector('.bg-removed')?.textContent).not.toBe('')
    await click(card(1), 'Split to fit')
    await eventually(() => expect(texts()).toHaveLength(3))
    expect(card(1).querySelector('.bg-removed')).toBe(null)
  })

  // The check and its words are loaded first.
  it('says what the source backs of it before it is saved', { timeout: 30_000 }, async () => {
    const { card, server } = await show()
    server.instead = () => new Response(null, { status: 503 })
    await type(area(card(2)), 'Ships wait in the harbour for 60 days.')
    await eventually(() => expect(card(2).textContent).toContain('“60 days”: the source says “40 days”.'))
    await type(area(card(2)), 'Ships wait in the harbour for 40 days.')
    await eventually(() => expect(card(2).textContent).not.toContain('“60 days”'))
    expect(card(2).textContent).toContain('Supported')
  })

  it('is saved by itself, which is told, as is what became of it', async () => {
    const { card, page, server } = await show()
    await type(area(card(1)), 'The sea is deep.')
    expect(page.textContent).toContain('Not saved yet')
    await eventually(() => expect(server.texts()[0]).toBe('The sea is deep.'))
    await eventually(() => expect(page.querySelector('.editor-bar')?.textContent).toContain('Saved at'))
    expect(page.textContent).toContain('Tweet 1: supported.')
  })

  it('is split, joined and moved by keys, and all of it is undone and made again', async () => {
    const { card, texts } = await show()
    await caret(card(1), 7)
    await press('Enter', { ctrlKey: true })
    expect(texts()).toEqual(['The sea', 'is cold.', 'Ships wait.'])
    expect(document.activeElement).toBe(area(card(2)))
    await press('ArrowDown', { altKey: true })
    expect(texts()).toEqual(['The sea', 'Ships wait.', 'is cold.'])
    expect(document.activeElement).toBe(area(card(3)))
    await press('z', { ctrlKey: true })
    await caret(card(2), 0)
    await press('Backspace')
    expect(texts()).toEqual(['The sea is cold.', 'Ships wait.'])
    expect(area(card(1)).selectionStart).toBe(8)
    for (const expected of [
      ['The sea', 'is cold.', 'Ships wait.'],
      ['The sea is cold.', 'Ships wait.'],
    ]) {
      await press('z', { ctrlKey: true })
      expect(texts()).toEqual(expected)
    }
    await press('z', { ctrlKey: true, shiftKey: true })
    expect(texts()).toEqual(['The sea', 'is cold.', 'Ships wait.'])
  })

  it('keeps the caret among its words when they change elsewhere', async () => {
    const { card, server } = await show()
    await caret(card(1), 16)
    server.edit(ids.a, 'Today the sea is cold.')
    await act(async () => window.dispatchEvent(new Event('focus')))
    await eventually(() => expect(area(card(1)).value).toBe('Today the sea is cold.'))
    expect(area(card(1)).selectionStart).toBe(22)
  })

  it('that a long text is pasted into becomes several, which one step takes back', async () => {
    const { card, texts, page } = await show()
    await caret(card(2), 0)
    const text = 'One more sentence about the long and narrow harbour. '.repeat(12)
    await act(async () => {
      const paste = new Event('paste', { bubbles: true, cancelable: true })
      Object.assign(paste, { clipboardData: { getData: () => text } })
      area(card(2)).dispatchEvent(paste)
    })
    await eventually(() => expect(page.textContent).toContain('The pasted text became 3 tweets.'))
    expect(texts()).toHaveLength(4)
    await click(page, 'Undo')
    expect(texts()).toEqual(['The sea is cold.', 'Ships wait.'])
  })
})

describe('the menu of a tweet', () => {
  it('deletes it with a way back, and locks it', async () => {
    const { card, texts, page } = await show()
    await click(card(2), 'More for tweet 2')
    await eventually(() => button(card(2), 'Delete'))
    await click(card(2), 'Delete')
    expect(texts()).toEqual(['The sea is cold.'])
    const toast = page.querySelector('[data-toast]')
    expect(toast?.textContent).toContain('Tweet 2 is deleted.')
    if (toast) await click(toast, 'Undo')
    expect(texts()).toEqual(['The sea is cold.', 'Ships wait.'])
    await click(card(1), 'More for tweet 1')
    await click(card(1), 'Lock')
    expect(area(card(1)).readOnly).toBe(true)
    await click(card(1), 'Unlock')
    expect(area(card(1)).readOnly).toBe(false)
  })
})

describe('the name of the thread', () => {
  const field = (page: Element) => {
    const found = page.querySelector<HTMLInputElement>('#thread-title')
    if (!found) throw new Error('The name can be typed.')
    return found
  }

  it('is typed where it is read and saved by itself, and one step takes it back', async () => {
    const { page, server } = await show()
    await click(page, 'Rename the thread')
    expect(document.activeElement).toBe(field(page))
    await type(field(page), 'Cold')
    await type(field(page), 'Cold seas')
    await press('Enter')
    expect(page.querySelector('h1')?.textContent).toBe('Cold seas')
    await eventually(() => expect(document.activeElement).toBe(button(page, 'Rename the thread')))
    await eventually(() => expect(server.thread.title).toBe('Cold seas'))
    expect(document.title).toBe('Cold seas · Threadr')
    await click(page, 'Undo')
    expect(page.querySelector('h1')?.textContent).toBe('The sea')
    await eventually(() => expect(server.thread.title).toBe(null))
  })

  it('that is too long is told at its field and not kept; Escape leaves it as it was', async () => {
    const { page, server } = await show()
    await click(page, 'Rename the thread')
    await type(field(page), 'x'.repeat(121))
    expect(field(page).getAttribute('aria-invalid')).toBe('true')
    expect(page.querySelector('#thread-title-error')?.textContent).toContain('Use at most 120 characters')
    await press('Enter')
    await type(field(page), 'Fits')
    expect(field(page).getAttribute('aria-invalid')).toBe(null)
    await press('Escape')
    expect(page.querySelector('h1')?.textContent).toBe('The sea')
    expect(server.thread.title).toBe(null)
  })

  it('follows what another tab calls it', async () => {
    const { page, server } = await show()
    server.thread = { ...server.thread, title: 'From elsewhere', version: server.thread.version + 1 }
    await act(async () => window.dispatchEvent(new Event('focus')))
    await eventually(() => expect(page.querySelector('h1')?.textContent).toBe('From elsewhere'))
  })
})

describe('find and replace', () => {
  it('replaces everywhere but in locked tweets, and says how many it left', async () => {
    const { card, texts, page } = await show(['A sea.', 'The sea and the sea.', 'Locked sea.'])
    await click(card(3), 'More for tweet 3')
    await eventually(() => button(card(3), 'Lock'))
    await click(card(3), 'Lock')
    await caret(card(1), 0)
    await press('f', { ctrlKey: true })
    const field = (label: string) => page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)
    await eventually(() => expect(field('Find')).not.toBe(null))
    for (const [label, text] of [
      ['Find', 'sea'],
      ['Replace with', 'lake'],
    ] as const) {
      const input = field(label)
      if (input) await type(input, text)
    }
    expect(page.textContent).toContain('1 of 4')
    await click(page, 'All')
    expect(texts()).toEqual(['A lake.', 'The lake and the lake.', 'Locked sea.'])
    expect(page.textContent).toContain('3 places replaced, 1 left in locked tweets.')
  })
})

describe('a conflict', () => {
  it('shows both, and keeps what its owner chooses', async () => {
    const { card, server, page, texts } = await show()
    server.edit(ids.a, 'The sea is red.')
    await type(area(card(1)), 'The sea is blue.')
    await eventually(() => button(page, 'Look at both'))
    await click(page, 'Look at both')
    await eventually(() => button(page, 'Keep what is chosen'))
    const dialog = page.querySelector('dialog')
    expect(dialog?.textContent).toContain('blue')
    expect(dialog?.textContent).toContain('red')
    const theirs = [...page.querySelectorAll('dialog label')].find((one) =>
      one.textContent?.startsWith('Theirs'),
    )
    await act(async () => theirs?.querySelector('input')?.click())
    await click(page, 'Keep what is chosen')
    expect(texts()[0]).toBe('The sea is red.')
    await eventually(() => expect(page.querySelector('.editor-bar')?.textContent).toContain('Saved'))
    await click(page, 'Undo')
    expect(texts()[0]).toBe('The sea is blue.')
  })
})
