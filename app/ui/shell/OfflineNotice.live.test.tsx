// @vitest-environment happy-dom
import { Form, Link, Outlet, useNavigate } from '@remix-run/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mountRoutes } from '../testing/mount-routes.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'

const sent: FormData[] = []
const answersFetch = vi.fn<() => Promise<Response>>()
beforeEach(() => {
  vi.stubGlobal('fetch', answersFetch)
  answersFetch.mockRejectedValue(new TypeError('Failed to fetch'))
})
let unmount = async () => {}
afterEach(async () => {
  await unmount()
  vi.unstubAllGlobals()
  sent.length = 0
})

function Page() {
  const navigate = useNavigate()
  return (
    <>
      <Link to="/next">Go on</Link>
      <a href="#below">Below</a>
      <button type="button" onClick={() => navigate('/next')}>
        By a command
      </button>
      <Form method="post">
        <input name="words" defaultValue="" />
        <button type="submit">Send</button>
      </Form>
      <Outlet />
      <OfflineNotice />
    </>
  )
}
async function show() {
  const page = await mountRoutes([
    {
      path: '/',
      Component: Page,
      action: async ({ request }) => {
        sent.push(await request.formData())
        return null
      },
      children: [{ path: 'next', Component: () => <p>The next page</p> }],
    },
  ])
  unmount = page.unmount
  const { container } = page
  const press = (words: string) =>
    act(async () =>
      [...container.querySelectorAll<HTMLElement>('a, button')]
        .find(({ textContent }) => textContent === words)
        ?.click(),
    )
  const told = () => container.querySelector('[role=status]')?.textContent
  return { container, press, told }
}
const goOffline = () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)

test.each(['Go on', 'By a command'])(
  '%s leads nowhere while one is offline, and it is said why',
  async (way) => {
    const { container, press, told } = await show()
    const onLine = goOffline()
    await press(way)
    await expect.poll(told).toContain('You are offline, so this page stays.')
    expect(container.textContent).not.toContain('The next page')
    onLine.mockReturnValue(true)
    await press(way)
    await expect.poll(() => container.textContent).toContain('The next page')
  },
)

test('a place on the page itself can be gone to', async () => {
  const { container } = await show()
  goOffline()
  const jump = new MouseEvent('click', { bubbles: true, cancelable: true })
  await act(async () => container.querySelectorAll('a')[1]?.dispatchEvent(jump))
  expect(jump.defaultPrevented).toBe(false)
})

test('a form is not sent while one is offline, and what was typed stays to be sent later', async () => {
  const { container, press, told } = await show()
  const onLine = goOffline()
  const field = container.querySelector('input')
  if (field) field.value = 'typed'
  await press('Send')
  await expect.poll(told).toContain('Nothing was sent, and what you typed stays here')
  expect(sent).toEqual([])
  expect(container.querySelector('input')?.value).toBe('typed')
  onLine.mockReturnValue(true)
  await press('Send')
  await expect.poll(() => sent.map((form) => form.get('words'))).toEqual(['typed'])
})

test('where the server answers all the same, as on one’s own computer, nothing is held', async () => {
  answersFetch.mockResolvedValue(new Response('{}'))
  const { container, press, told } = await show()
  goOffline()
  await press('Send')
  await expect.poll(() => sent).toHaveLength(1)
  await press('By a command')
  await expect.poll(() => container.textContent).toContain('The next page')
  expect(told()).toBe('')
})
