// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { area, button, caret, click, eventually, press, show, startPages, type } from './editing.fixture.tsx'
import { ids } from './editor/server.fixture.ts'

startPages()

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
    await click(page, 'Replace all')
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
