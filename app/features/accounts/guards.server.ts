import { data, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { ownPath } from '#app/platform/own-path.ts'
import { mayDo, type Permission } from './permissions.ts'
import type { Viewer } from './read-viewer.server.ts'
import type { Session } from './session.ts'

/** The session of who asks; throws a redirect to the sign-in page, and back from there, where nobody is signed in. */
export function requireSession(viewer: Viewer, request: Request): { session: Session; tokenHash: string } {
  const { session, tokenHash } = viewer
  if (session && tokenHash) return { session, tokenHash }
  const { pathname, search } = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? pathname + search : undefined))
}

/**
 * The session of who may do this. For whoever may do nothing of that kind there is no such page: a 404, as of any address
 * that leads nowhere. Who may see the pages, but not do this, is told so: a 403.
 */
export function requirePermission({ session }: Viewer, permission: Permission): Session {
  if (!session || !mayDo(session.role, 'admin.enter')) throw new Response(null, { status: 404 })
  if (!mayDo(session.role, permission))
    throw new Response('Your role doesn’t include this. Ask an admin to do it.', { status: 403 })
  return session
}

/** Where a request wants to go once somebody is in: a page of ours, their threads without one. */
export const nextOf = (request: Request) =>
  ownPath(new URL(request.url).searchParams.get('next'), paths.threads())

/** The same of a form. */
export const nextOfForm = (form: FormData) => ownPath(form.get('next'), paths.threads())

/** Who is signed in has no use for a page that signs in. */
export function sendOnIfSignedIn(viewer: Viewer, request: Request): void {
  if (viewer.session) throw redirect(nextOf(request))
}

/** What a page shows that is nobody else's, and the cookie that makes a new browser known. */
export const ownPage = <Shown>(viewer: Viewer, shown: Shown) =>
  data(shown, {
    headers: {
      'Cache-Control': 'private, no-store',
      ...(viewer.setCookie && { 'Set-Cookie': viewer.setCookie }),
    },
  })
