// @vitest-environment happy-dom
import { act } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { CopyButton } from './CopyButton.tsx'
import { mountRoutes } from './testing/mount-routes.tsx'

async function copyWith(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  const page = await mountRoutes([
    { path: '/', Component: () => <CopyButton text="The sea is cold." label="Copy the thread" /> },
  ])
  await act(async () => page.container.querySelector('button')?.click())
  const said = page.container.querySelector('[role="status"]')?.textContent
  await page.unmount()
  return said
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('copies the text and says so', async () => {
  const copied: string[] = []
  expect(await copyWith(async (text) => void copied.push(text))).toBe('Copied')
  expect(copied).toEqual(['The sea is cold.'])
})

it('says what to do where the browser refuses', async () => {
  expect(await copyWith(() => Promise.reject(new Error('denied')))).toContain('copy it by hand')
})
