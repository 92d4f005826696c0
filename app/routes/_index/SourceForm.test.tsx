// @vitest-environment happy-dom
import { useActionData } from '@remix-run/react'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { mountRoutes } from '#app/ui/testing/mount-routes.tsx'
import type { LandingErrors } from './landing-props.ts'
import { SourceForm } from './SourceForm.tsx'

const none: LandingErrors = {}

function mountForm(answer: Promise<LandingErrors> = Promise.resolve(none), quota: string | null = null) {
  return mountRoutes([
    {
      path: '/',
      action: () => answer,
      Component: () => (
        <SourceForm
          errors={useActionData<LandingErrors>() ?? none}
          values={{}}
          submissionKey="k"
          quota={quota}
          writer="openai"
        />
      ),
    },
  ])
}

function send(container: HTMLElement) {
  return act(async () =>
    container.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
}

describe('sending', () => {
  it('says that it is under way, then leads to the first mistake', async () => {
    let refuse: (errors: LandingErrors) => void = () => {}
    const { container, unmount } = await mountForm(new Promise((resolve) => (refuse = resolve)))
    await send(container)
    const button = container.querySelector('button[type="submit"]')
    await vi.waitFor(() => expect(button?.textContent).toBe('Sending…'))
    expect(button?.getAttribute('aria-disabled')).toBe('true')
    await act(async () => refuse({ source: 'Too short.' }))
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('source'))
    expect(container.querySelector('button[type="submit"]')?.textContent).toBe('Write the thread')
    await unmount()
  })
})

it('tells once that no thread is left for today', async () => {
  const used = 'Those for today are used up.'
  const { container, unmount } = await mountForm(Promise.resolve({ form: used }), used)
  const times = () => container.textContent?.split(used).length
  expect(times()).toBe(2)
  await send(container)
  await vi.waitFor(() => expect(container.querySelector('[role="alert"]')).not.toBe(null))
  expect(times()).toBe(2)
  await unmount()
})

describe('a file', () => {
  const file = new File(['x'], 'draft.md', { type: 'text/markdown' })

  function drag(type: string, types: string[]) {
    const event = new Event(type, { bubbles: true, cancelable: true })
    return Object.assign(event, { dataTransfer: { types, files: [file] } })
  }

  it('dropped onto the box is taken and named, and can be removed', async () => {
    const { container, unmount } = await mountForm()
    const box = container.querySelector('textarea')?.parentElement
    const input = container.querySelector<HTMLInputElement>('input[type="file"]')
    if (!box || !input) throw new Error('no form')
    let files: File[] = []
    Object.defineProperty(input, 'files', { get: () => files, set: (given: File[]) => (files = given) })
    Object.defineProperty(input, 'value', { get: () => '', set: () => (files = []) })
    await act(async () => box.dispatchEvent(drag('dragover', ['Files'])))
    expect(box.hasAttribute('data-dragging')).toBe(true)
    await act(async () => box.dispatchEvent(drag('drop', ['Files'])))
    expect(box.hasAttribute('data-dragging')).toBe(false)
    expect(container.textContent).toContain('draft.md')
    await act(async () => container.querySelector<HTMLElement>('[aria-label="Remove draft.md"]')?.click())
    expect(container.textContent).not.toContain('draft.md')
    await unmount()
  })

  it('that is too large to send is refused at once, and the form stays as it is', async () => {
    const { container, unmount } = await mountForm()
    const input = container.querySelector<HTMLInputElement>('input[type="file"]')
    if (!input) throw new Error('no form')
    let files = [{ name: 'book.txt', size: 11 * 1024 * 1024 }]
    Object.defineProperty(input, 'files', { get: () => files })
    Object.defineProperty(input, 'value', { get: () => '', set: () => (files = []) })
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
    expect(container.textContent).toContain('larger than 10 MB')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(container.textContent).not.toContain('book.txt')
    await unmount()
  })

  it('that is dragged away again leaves no trace, and dropped text is the browser’s', async () => {
    const { container, unmount } = await mountForm()
    const box = container.querySelector('textarea')?.parentElement
    await act(async () => box?.dispatchEvent(drag('dragover', ['Files'])))
    await act(async () => box?.dispatchEvent(drag('dragleave', ['Files'])))
    expect(box?.hasAttribute('data-dragging')).toBe(false)
    const text = drag('drop', ['text/plain'])
    await act(async () => box?.dispatchEvent(text))
    expect(text.defaultPrevented).toBe(false)
    await unmount()
  })
})
