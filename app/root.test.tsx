import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { sessionCookieOf } from '#app/features/accounts/session-cookie.server.ts'
import { readEnv } from '#app/platform/env.ts'
import { createInProcessRedis } from '#app/platform/redis/in-process.ts'
import { renderRoutes } from '#app/ui/testing/render-page.tsx'
import { createRecordingLogger } from '#tests/setup/recording-logger.ts'
import App, { ErrorBoundary, Layout, links, loader, meta } from './root.tsx'

type RootData = Awaited<ReturnType<typeof loader>>

function page(data: RootData, fails?: unknown) {
  return renderRoutes(
    [
      {
        id: 'root',
        path: '/',
        meta,
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
    const html = page({ theme: 'dark', mode: 'production', person: null })
    expect(html).toContain('data-theme="dark"')
    expect(html).toContain('<meta name="color-scheme" content="dark"/>')
    expect(html.match(/name="theme-color"/g)).toHaveLength(1)
  })

  it('follows the system without a choice', () => {
    const html = page({ theme: 'system', mode: 'production', person: null })
    expect(html).not.toContain('data-theme')
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(html.match(/name="theme-color"/g)).toHaveLength(2)
  })

  it('says that it is a local copy, and only then', () => {
    expect(page({ theme: 'system', mode: 'local', person: null })).toContain('on your computer only')
    expect(page({ theme: 'system', mode: 'production', person: null })).not.toContain('Local mode')
  })

  it('lets the keyboard skip to the content, and switches the theme without JavaScript', () => {
    const html = page({ theme: 'light', mode: 'production', person: null })
    expect(html).toContain('href="#content"')
    expect(html).toMatch(/<form[^>]*method="post"[^>]*action="\/theme"/)
    expect(html).toContain('name="returnTo" value="/"')
    expect(html).toMatch(/value="light" aria-pressed="true"/)
  })

  it('preloads both fonts', () => {
    expect(links().filter((link) => 'rel' in link && link.rel === 'preload')).toHaveLength(2)
  })
})

it('is called by what Threadr does, and an error by its name', () => {
  const data: RootData = { theme: 'system', mode: 'production', person: null }
  expect(page(data)).toContain('<title>Threadr · Turn something long into a thread worth posting</title>')
  expect(page(data, new Error('gone'))).toContain('<title>Something broke on our side · Threadr</title>')
})

describe('an error', () => {
  const data = { theme: 'system', mode: 'production', person: null } as const

  it('has a page in the same hand, even when nothing could be loaded', () => {
    const html = page(data, new Error('secret'))
    expect(html).toContain('Something broke on our side')
    expect(html).not.toContain('secret')
    expect(html).toContain('href="/threads"')
  })
})

describe('a thread that isn’t there', () => {
  const at = (path: string, person: RootData['person']) =>
    renderRoutes([{ id: 'root', path: '*', loader: () => null, Component: App, ErrorBoundary }], {
      initialEntries: [path],
      hydrationData: {
        loaderData: { root: { theme: 'system', mode: 'production', person } },
        errors: {
          root: { status: 404, statusText: '', data: 'There is no such thread here.', internal: false },
        },
      },
    })
  const ada = { name: 'Ada', mayAdminister: false, seeing: null }

  it('may be in the account of who is signed out, and is come back to', () => {
    expect(at('/threads/t1', null)).toContain('href="/sign-in?next=%2Fthreads%2Ft1"')
  })

  it('isn’t for who is signed in, nor is a page that is nobody’s', () => {
    expect(at('/threads/t1', ada)).not.toContain('/sign-in')
    expect(at('/s/none', null)).not.toContain('/sign-in')
  })
})

describe('the head of the page', () => {
  it('leads to signing in, or holds the menu of who is signed in', () => {
    const visitor = page({ theme: 'system', mode: 'production', person: null })
    expect(visitor).toContain('href="/sign-in"')
    expect(visitor).not.toContain('/sign-out')
    const ada = page({
      theme: 'system',
      mode: 'production',
      person: { name: 'Ada <Holm>', mayAdminister: false, seeing: null },
    })
    expect(ada).toContain('Account of Ada &lt;Holm&gt;')
    expect(ada).toMatch(/<form[^>]*method="post"[^>]*action="\/sign-out"/)
    expect(ada).not.toContain('href="/sign-in"')
  })
})

describe('every page', () => {
  const env = readEnv({
    SESSION_SECRET: 'a-session-secret-of-the-tests-0001',
    DATABASE_URL: 'postgres://unused',
    STORAGE_FOLDER: '/srv/threadr/files',
  })
  const load = (context: object, cookie = '') =>
    loader({
      request: new Request('http://localhost/', { headers: { Cookie: cookie } }),
      context: context as AppLoadContext,
      params: {},
    })

  it('knows theme, mode and that nobody is signed in', async () => {
    expect(await load({ env })).toEqual({ theme: 'system', mode: 'local', person: null })
    expect(App).toBeTypeOf('function')
  })

  it('is shown to a visitor’s eyes where the session can’t be read', async () => {
    const { logger, lines } = createRecordingLogger()
    const database = { pool: { query: () => Promise.reject(new Error('the database is gone')) } }
    const redis = createInProcessRedis()
    const cookie = (await sessionCookieOf(env, 'x'.repeat(43))).split(';', 1)[0]
    expect(await load({ env, database, redis, logger }, cookie)).toMatchObject({ person: null })
    expect(lines).toMatchObject([{ level: 'warn', reason: 'the database is gone' }])
  })
})
