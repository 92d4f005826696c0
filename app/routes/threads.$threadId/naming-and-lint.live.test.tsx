// @vitest-environment happy-dom
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { area, button, click, eventually, press, show, startPages, type } from './editing.fixture.tsx'

startPages()

describe('what to look at before it leaves', () => {
  it('stands at its tweet from the first moment on, and is mended once that was looked for', {
    timeout: 30_000,
  }, async () => {
    const { card, texts } = await show(['Buy $A and $B now.', 'Ships wait.'])
    expect(card(1).textContent).toContain('It has 2 cashtags ($A, $B)')
    expect(card(1).querySelector('ins, del')).toBe(null)
    await eventually(() => button(card(1), 'Keep only $A'))
    await click(card(1), 'Keep only $A')
    expect(texts()[0]).toBe('Buy $A and B now.')
  })

  it('is told at its tweet while one types, with a fix that is shown, made and taken back', {
    timeout: 30_000,
  }, async () => {
    const { card, texts } = await show()
    await type(area(card(2)), 'Buy $A and $B now.')
    await eventually(() => expect(card(2).textContent).toContain('It has 2 cashtags ($A, $B)'))
    expect(card(1).querySelector('[aria-label^="To look at"]')).toBe(null)
    expect([...card(2).querySelectorAll('ins, del')].map(({ textContent }) => textContent)).not.toEqual([])
    await click(card(2), 'Keep only $A')
    expect(texts()[1]).toBe('Buy $A and B now.')
    await eventually(() => expect(card(2).textContent).not.toContain('cashtags'))
    await press('z', { ctrlKey: true })
    expect(texts()[1]).toBe('Buy $A and $B now.')
  })

  it('changes nothing where the words are others by now', { timeout: 30_000 }, async () => {
    const { card, texts, page } = await show()
    await type(area(card(2)), 'Ships wait. The sea is cold.')
    await type(area(card(1)), 'Ships wait. The sea is cold.')
    await eventually(() => expect(card(2).textContent).toContain('It says the same as tweet 1.'))
    await type(area(card(2)), 'Something else.')
    await click(card(2), 'Take this one out')
    expect(texts()).toEqual(['Ships wait. The sea is cold.', 'Something else.'])
    expect(page.textContent).toContain('This reads otherwise by now')
  })
})

describe('the name of the thread', () => {
  const field = (page: Element) => {
    const found = page.querySelector<HTMLInputElement>('#thread-name')
    if (!found) throw new Error('The name can be typed.')
    return found
  }

  it('runs its own way in all of its lines', async () => {
    const { page } = await show()
    expect(page.querySelector('h1')?.closest('[dir]')?.tagName).toBe('DIV')
    expect(page.querySelector('h1')?.closest('[dir]')?.getAttribute('dir')).toBe('auto')
  })

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
    expect(page.querySelector('#thread-name-error')?.textContent).toContain('Use at most 120 characters')
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
