import { createRemixStub } from '@remix-run/testing'
import { act } from 'react'
import { createRoot } from 'react-dom/client'

type Stubs = Parameters<typeof createRemixStub>[0]
type StubProps = Parameters<ReturnType<typeof createRemixStub>>[0]

/** Shows routes in the test's document as a browser would, until `unmount`. For tests in a DOM environment. */
export async function mountRoutes(routes: Stubs, props: StubProps = {}) {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const Stub = createRemixStub(routes)
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const { warn } = console
  // Its router says once that React Router 7 will behave otherwise, and the stub has no way to opt in.
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes('React Router Future Flag')) warn(...said)
  }
  await act(async () => root.render(<Stub {...props} />))
  console.warn = warn
  return {
    container,
    async unmount() {
      await act(async () => root.unmount())
      container.remove()
    },
  }
}
