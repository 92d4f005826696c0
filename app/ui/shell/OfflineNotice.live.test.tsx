// @vitest-environment happy-dom
import { Link, Outlet } from '@remix-run/react'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { mountRoutes } from '../testing/mount-routes.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'

test('a link leads nowhere while one is offline, and it is said why', async () => {
  const { container, unmount } = await mountRoutes([
    {
      path: '/',
      Component: () => (
        <>
          <Link to="/next">Go on</Link>
          <a href="#below">Below</a>
          <Outlet />
          <OfflineNotice />
        </>
      ),
      children: [{ path: 'next', Component: () => <p>The next page</p> }],
    },
  ])
  const [link, below] = container.querySelectorAll('a')
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await act(async () => link?.click())
  expect(container.textContent).not.toContain('The next page')
  expect(container.querySelector('[role=status]')?.textContent).toContain('You are offline')
  const jump = new MouseEvent('click', { bubbles: true, cancelable: true })
  await act(async () => below?.dispatchEvent(jump))
  expect(jump.defaultPrevented).toBe(false)
  onLine.mockReturnValue(true)
  await act(async () => link?.click())
  await expect.poll(() => container.textContent).toContain('The next page')
  await unmount()
})
