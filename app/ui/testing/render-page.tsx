import { createRemixStub } from '@remix-run/testing'
import React, { type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { vi } from 'vitest'

type Stubs = Parameters<typeof createRemixStub>[0]
type StubProps = Parameters<ReturnType<typeof createRemixStub>>[0]

/** The HTML that routes give before any JavaScript runs. For tests. */
export function renderRoutes(routes: Stubs, props: StubProps = {}): string {
  // The stub's router is a browser's: the server renderer would warn of its layout effects, which mean nothing here.
  const quiet = vi.spyOn(React, 'useLayoutEffect').mockImplementation(() => {})
  const Stub = createRemixStub(routes)
  const html = renderToString(<Stub {...props} />)
  quiet.mockRestore()
  return html.replaceAll('<!-- -->', '')
}

/** The HTML of a single page, without the document around it. */
export function renderPage(page: ReactNode): string {
  return renderRoutes([{ path: '/', Component: () => page }])
}
