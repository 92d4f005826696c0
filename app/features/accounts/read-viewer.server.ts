import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readVisitor } from '#app/platform/visitor.server.ts'
import { readSession, type Session } from './read-session.ts'
import { hashOfToken } from './secret-token.ts'
import { readSessionCookie } from './session-cookie.server.ts'

export type Viewer = {
  /** Whom threads and sources belong to that are made or asked for. */
  owner: Owner
  /** Who is signed in; null for a visitor. */
  session: Session | null
  /** The hash of the session's token; null without a session. */
  tokenHash: string | null
  /** Which browser it is, signed in or not. */
  visitorId: string
  /** The Set-Cookie value that makes a new browser known; null where it is known already. */
  setCookie: string | null
}

type ViewerContext = Pick<AppContext, 'env' | 'database' | 'redis'>

/** The context is made for each request, so that its loaders ask once together. */
const asked = new WeakMap<ViewerContext, { cookies: string | null; viewer: Promise<Viewer> }>()

/** Who asks: the person of the session, else the browser. The one place that decides it, for every loader and action. */
export function readViewer(request: Request, context: ViewerContext): Promise<Viewer> {
  const cookies = request.headers.get('Cookie')
  const before = asked.get(context)
  if (before && before.cookies === cookies) return before.viewer
  const viewer = findViewer(request, context)
  asked.set(context, { cookies, viewer })
  return viewer
}

async function findViewer(request: Request, { env, database, redis }: ViewerContext): Promise<Viewer> {
  const { visitorId, setCookie } = await readVisitor(request, env)
  const token = await readSessionCookie(request, env)
  const tokenHash = token && hashOfToken(token)
  const session = tokenHash ? await readSession({ pool: database.pool, redis }, tokenHash) : null
  return {
    owner: session ? { userId: session.userId } : { visitorId },
    session,
    tokenHash: session ? tokenHash : null,
    visitorId,
    setCookie,
  }
}
