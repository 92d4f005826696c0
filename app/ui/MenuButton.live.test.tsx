// @vitest-environment happy-dom
import { act, lazy, Suspense } from 'react'
import { expect, test } from 'vitest'
import { MenuButton } from './MenuButton.tsx'
import { mountRoutes } from './testing/mount-routes.tsx'

test('a menu whose parts come later is entered, and brought into sight, once they are there', async () => {
  const inSight: string[] = []
  const { scrollIntoView } = Element.prototype
  Element.prototype.scrollIntoView = function (this: Element) {
    inSight.push(this.textContent ?? '')
  }
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const Parts = lazy(async () => {
    await arrived
    return {
      default: () => (
        <>
          <button type="button" aria-disabled>
            Move up
          </button>
          <button type="button">Move down</button>
          <button type="button" style={{ display: 'none' }}>
            Copy
          </button>
          <button type="button">Lock</button>
        </>
      ),
    }
  })
  const { container, unmount } = await mountRoutes([
    {
      path: '/',
      Component: () => (
        <MenuButton label="More" face="…" className="">
          <Suspense>
            <Parts />
          </Suspense>
        </MenuButton>
      ),
    },
  ])
  await act(async () => container.querySelector('button')?.click())
  expect(document.activeElement?.hasAttribute('data-menu')).toBe(true)
  await act(async () => arrive())
  await expect.poll(() => document.activeElement?.textContent).toBe('Move down')
  expect(inSight.at(-1)).toContain('Move down')
  // What isn't shown on this screen doesn't hold the keys up.
  await act(async () =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })),
  )
  expect(document.activeElement?.textContent).toBe('Lock')
  await unmount()
  Element.prototype.scrollIntoView = scrollIntoView
})
