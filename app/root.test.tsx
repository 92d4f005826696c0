import { describe, expect, it } from 'vitest'
import { renderRoutes } from '#app/ui/testing/render-page.tsx'
import App, { ErrorBoundary, Layout, links, loader } from './root.tsx'

type RootData = Awaited<ReturnType<typeof loader>>

function page(data: RootData, fails?: unknown) {
  return renderRoutes(
    [
      {
        id: 'root',
        path: '/',
        loader: () => data,
        Component: () => (
          <Layout>
            <p>Content</p>
          </Layout>
        ),
        ErrorBoundary: () => (
          <Layout>
            <ErrorBoundary />
          </Layout>
        ),
      },
    ],
    { hydrationData: fails === undefined ? { loaderData: { root: data } } : { errors: { root: fails } } },
  )
}

describe('the document', () => {
  it('carries the chosen theme before anything is painted', () => {
    const html = page({ theme: 'dark', mode: 'production' })
    expect(html).toContain('data-theme="dark"')
    expect(html).toContain('<meta name="color-scheme" content="dark"/>')
    expect(html.match(/name="theme-color"/g)).toHaveLength(1)
  })

  it('follows the system without a choice', () => {
    const html = page({ theme: 'system', mode: 'production' })
    expect(html).not.toContain('data-theme')
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(html.match(/name="theme-color"/g)).toHaveLength(2)
  })

  it('says that it is a local copy, and only then', () => {
    expect(page({ theme: 'system', mode: 'local' })).toContain('on your computer only')
    expect(page({ theme: 'system', mode: 'production' })).not.toContain('Local mode')
  })

  it('lets the keyboard skip to the content, and switches the theme without JavaScript', () => {
    const html = page({ theme: 'light', mode: 'production' })
    expect(html).toContain('href="#content"')
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/theme"/)
    expect(html).toContain('name="returnTo" value="/"')
    expect(html).toMatch(/value="light" aria-pressed="true"/)
  })

  it('preloads both fonts', () => {
    expect(links().filter((link) => 'rel' in link && link.rel === 'preload')).toHaveLength(2)
  })
})

describe('an error', () => {
  const data = { theme: 'system', mode: 'production' } as const

  it('has a page in the same hand, even when nothing could be loaded', () => {
    const html = page(data, new Error('secret'))
    expect(html).toContain('Something broke on our side')
    expect(html).not.toContain('secret')
    expect(html).toContain('Your threads')
  })
})

it('reads theme and mode for every page', async () => {
  const request = new Request('http://localhost/')
  const context = { env: { mode: 'local' } }
  expect(await loader({ request, context })).toEqual({ theme: 'system', mode: 'local' })
  expect(App).toBeTypeOf('function')
})
