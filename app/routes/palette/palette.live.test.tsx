// @vitest-environment happy-dom
import { useLocation } from '@remix-run/react'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePageActs } from '#app/ui/palette/page-acts.ts'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import { PaletteDoor } from './PaletteDoor.tsx'

const done: string[] = []
const acts = {
  commands: async () => [
    { id: 'copy', label: 'Copy the whole thread', section: 'This thread', run: () => done.push('copied') },
  ],
  keys: async () => [{ keys: ['Mod', 'Enter'], words: 'Split the tweet' }],
}
const known = [
  { id: 't1', title: 'The bridge is closed', tweetCount: 3 },
  { id: 't2', title: 'Parrots of the north', tweetCount: 1 },
]

function Page() {
  usePageActs(acts)
  return (
    <>
      <button type="button" id="before">
        {useLocation().pathname}
      </button>
      <input id="typing" />
      <PaletteDoor person={null} />
    </>
  )
}

async function show() {
  const page = await mountRoutes([
    {
      id: 'page',
      path: '/*',
      Component: Page,
    },
  ])
  unmount = page.unmount
  const before = page.container.querySelector<HTMLElement>('#before')
  before?.focus()
  return { page: page.container, before }
}
let unmount = async () => {}
const look = (url: string) => {
  const q = new URL(url, 'http://localhost').searchParams.get('q') ?? ''
  const threads = known.filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()))
  return Promise.resolve(Response.json({ threads }))
}
beforeEach(() => vi.stubGlobal('fetch', look))
afterEach(async () => {
  vi.unstubAllGlobals()
  await unmount()
  done.length = 0
})

const press = (key: string, over: KeyboardEventInit = {}) =>
  act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }),
    )
  })
const setInput = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
const type = (text: string) =>
  act(async () => {
    setInput?.call(document.activeElement, text)
    document.activeElement?.dispatchEvent(new Event('input', { bubbles: true }))
  })
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
const options = (page: Element) =>
  [...page.querySelectorAll('[role=option]')].map((option) => option.firstElementChild?.textContent)
const pointedAt = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
    ?.firstElementChild?.textContent

async function openPalette() {
  const shown = await show()
  await press('k', { ctrlKey: true })
  await eventually(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
  await eventually(() => expect(options(shown.page)).toContain('Parrots of the north'))
  return shown
}

describe('the palette', () => {
  it('offers what the page can do, the threads changed last, and where one can go', async () => {
    const { page } = await openPalette()
    await eventually(() => expect(options(page)[0]).toBe('Copy the whole thread'))
    expect(options(page).slice(0, 4)).toEqual([
      'Copy the whole thread',
      'The bridge is closed',
      'Parrots of the north',
      'New thread',
    ])
    expect([...page.querySelectorAll('[role=group]')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'This thread',
      'Changed last',
      'Go to',
      'Threadr',
    ])
  })

  it('is led by the arrow keys from the field, around the ends, and goes where Enter says', async () => {
    const { page, before } = await openPalette()
    await eventually(() => expect(options(page)[0]).toBe('Copy the whole thread'))
    await press('ArrowUp')
    expect(pointedAt()).toBe('Show the keys')
    await press('ArrowDown')
    await press('ArrowDown')
    expect(pointedAt()).toBe('The bridge is closed')
    await press('Enter')
    await eventually(() => expect(before?.textContent).toBe('/threads/t1'))
    expect(page.querySelector('dialog')).toBe(null)
    expect(document.activeElement).toBe(before)
  })

  it('looks for threads while one types, and does what the page can do', async () => {
    const { page } = await openPalette()
    await type('parrots')
    await eventually(() => expect(options(page)).toEqual(['Parrots of the north']))
    await type('copy')
    await eventually(() => expect(options(page)).toEqual(['Copy the whole thread']))
    await press('Enter')
    await eventually(() => expect(done).toEqual(['copied']))
    expect(page.querySelector('dialog')).toBe(null)
  })

  it('says that threads can’t be looked through without a connection, and offers what needs none', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const { page } = await show()
    await press('k', { ctrlKey: true })
    await eventually(() =>
      expect(page.querySelector('[role=status]')?.textContent).toContain('there is no connection'),
    )
    await eventually(() => expect(options(page)[0]).toBe('Copy the whole thread'))
    await press('Enter')
    await eventually(() => expect(done).toEqual(['copied']))
  })

  it('says where nothing is found, and Enter does nothing then', async () => {
    const { page } = await openPalette()
    await type('zzz')
    await eventually(() => expect(page.querySelector('[role=status]')?.textContent).toBe('Nothing found.'))
    await press('Enter')
    expect(page.querySelector('dialog')).not.toBe(null)
  })
})

describe('the keys', () => {
  it('are shown by ?, those of the page first, but not while one types', async () => {
    const { page } = await show()
    page.querySelector<HTMLElement>('#typing')?.focus()
    await press('?', { shiftKey: true })
    expect(page.querySelector('dialog')).toBe(null)
    page.querySelector<HTMLElement>('#before')?.focus()
    await press('?', { shiftKey: true })
    await eventually(() =>
      expect([...page.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
        'Split the tweet',
        'Go to another page, or do something on this one',
        'In the library: search',
        'Show these keys, where nothing is typed',
      ]),
    )
  })
})
