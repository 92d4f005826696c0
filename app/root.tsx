import interFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import newsreaderFont from '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url'
import type { AppLoadContext, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { paths } from '#app/paths.ts'
import { reasonOf } from '#app/platform/error-reason.ts'
import { useNonce } from '#app/ui/NonceContext.tsx'
import { ErrorPage } from '#app/ui/shell/ErrorPage.tsx'
import { modeOf } from '#app/ui/shell/mode.server.ts'
import { OfflineNotice } from '#app/ui/shell/OfflineNotice.tsx'
import { PageScripts } from '#app/ui/shell/PageScripts.tsx'
import { type PageError, pageError, unreachedError } from '#app/ui/shell/page-error.ts'
import { SeeingBanner } from '#app/ui/shell/SeeingBanner.tsx'
import { SiteFooter } from '#app/ui/shell/SiteFooter.tsx'
import { LocalModeLine, SiteHeader } from '#app/ui/shell/SiteHeader.tsx'
import { useThemeInFlight } from '#app/ui/shell/ThemeSwitch.tsx'
import { readTheme } from '#app/ui/theme-cookie.server.ts'
import { PaletteDoor } from './routes/palette/PaletteDoor.tsx'
import './app.css'

export const links: LinksFunction = () => [
  { rel: 'preload', href: interFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: newsreaderFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** What a page is called that doesn't say it itself: the first one, and what an error is shown on. */
export const meta: MetaFunction = ({ error }) => [
  // None is null, whatever its type says.
  {
    title:
      error == null
        ? 'Threadr · Turn something long into a thread worth posting'
        : `${shownError(error, '/').title} · Threadr`,
  },
  {
    name: 'description',
    content:
      'Turns something long into a thread worth posting, and shows what in the source backs every tweet.',
  },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [theme, person] = await Promise.all([readTheme(request), signedIn(request, context)])
  return { theme, mode: modeOf(context), person }
}

/** Who is signed in, for the header: where that can't be said, the page is shown all the same. */
async function signedIn(request: Request, context: AppLoadContext) {
  try {
    const { session } = await readViewer(request, context)
    if (!session) return null
    const { name, role, seeing } = session
    return {
      name,
      mayAdminister: mayDo(role, 'admin.enter'),
      seeing: seeing && { name: seeing.name, until: seeing.until.toISOString() },
    }
  } catch (error) {
    context.logger.warn({ reason: reasonOf(error) }, 'the session could not be read')
    return null
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const root = useRouteLoaderData<typeof loader>('root')
  const theme = useThemeInFlight() ?? root?.theme ?? 'system'
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ThemeMeta theme={theme} />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="absolute top-2 left-2 z-10 -translate-y-[calc(100%+1rem)] rounded-control bg-ink px-4 py-3 text-paper no-underline focus:translate-y-0"
        >
          Skip to the content
        </a>
        <SiteHeader person={root?.person ?? null} />
        {root?.mode === 'local' && <LocalModeLine />}
        {root?.person?.seeing && <SeeingBanner {...root.person.seeing} />}
        {children}
        <SiteFooter theme={theme} />
        <OfflineNotice />
        <PaletteDoor person={root?.person ?? null} />
        <ScrollRestoration nonce={nonce} />
        <PageScripts nonce={nonce} />
      </body>
    </html>
  )
}

/** Tells the browser what to paint before the style sheet is there, and what colour its own bars take (as --color-paper). */
function ThemeMeta({ theme }: { theme: string }) {
  const paper = { light: '#faf7f1', dark: '#181512' }
  return (
    <>
      <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
      {theme !== 'dark' && (
        <meta
          name="theme-color"
          content={paper.light}
          media={theme === 'system' ? '(prefers-color-scheme: light)' : undefined}
        />
      )}
      {theme !== 'light' && (
        <meta
          name="theme-color"
          content={paper.dark}
          media={theme === 'system' ? '(prefers-color-scheme: dark)' : undefined}
        />
      )}
    </>
  )
}

export default function App() {
  return <Outlet />
}

function shownError(error: unknown, here: string): PageError {
  if (isRouteErrorResponse(error)) return pageError(error.status, error.data)
  return unreachedError(error, here) ?? pageError(500, null)
}

export function ErrorBoundary() {
  const error = useRouteError()
  const root = useRouteLoaderData<typeof loader>('root')
  const { pathname, search } = useLocation()
  const shown = shownError(error, pathname + search)
  // What is kept in an account isn't there for who is signed out of it, as by a session that ran out.
  const mayBeKept = shown.status === 404 && root?.person === null && /^\/(threads|sources)\//.test(pathname)
  return <ErrorPage error={shown} signIn={mayBeKept ? paths.signIn(pathname) : null} />
}
