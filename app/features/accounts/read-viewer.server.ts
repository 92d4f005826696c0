import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readVisitor } from '#app/platform/visitor.server.ts'
import { noteUser } from '#app/platform/work.server.ts'
import { mayDo } from './permissions.ts'
import { readSession } from './read-session.ts'
import { hashOfToken } from './secret-token.ts'
import type { Session } from './session.ts'
import { readSessionCookie } from './session-cookie.server.ts'

export type Viewer = {
  /** Whom threads and sources belong to that are made or asked for; of an admin who sees as somebody, that person. */
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

/** The person who sees what they look at themselves; undefined for a visitor, and for an admin who sees it as they do. */
export const watcherOf = ({ session }: Pick<Viewer, 'session'>): { userId: string } | undefined =>
  session && !session.seeing ? { userId: session.userId } : undefined

type ViewerContext = Pick<AppContext, 'env' | 'database' | 'redis'>

/** The context is made for each request, so that its loaders ask once together. */
const asked = new WeakMap<ViewerContext, { cookies: string | null; viewer: Promise<Viewer> }>()

/**
 * Who asks: the person of the session, else the browser. The one place that decides it, for every loader and action; so
 * it is here too that an admin who sees as somebody is kept from changing anything: throws a 403 response for what isn't
 * only read. `whileSeeing` is for what ends that.
 */
export async function readViewer(
  request: Request,
  context: ViewerContext,
  { whileSeeing = false } = {},
): Promise<Viewer> {
  const cookies = request.headers.get('Cookie')
  const before = asked.get(context)
  const viewer = before && before.cookies === cookies ? before.viewer : findViewer(request, context)
  asked.set(context, { cookies, viewer })
  const { session } = await viewer
  const onlyReads = request.method === 'GET' || request.method === 'HEAD'
  if (session?.seeing && !onlyReads && !whileSeeing)
    throw new Response(
      `You see Threadr as ${session.seeing.name} does, so nothing can be changed. Leave that view first.`,
      { status: 403 },
    )
  return viewer
}

async function findViewer(request: Request, { env, database, redis }: ViewerContext): Promise<Viewer> {
  const { visitorId, setCookie } = await readVisitor(request, env)
  const token = await readSessionCookie(request, env)
  const tokenHash = token && hashOfToken(token)
  const session = tokenHash ? await readSession({ pool: database.pool, redis }, tokenHash) : null
  const present = session && { ...session, seeing: presentSeeing(session) }
  const userId = present?.seeing?.personId ?? present?.userId
  if (present) noteUser(present.userId)
  return {
    owner: userId ? { userId } : { visitorId },
    session: present,
    tokenHash: session ? tokenHash : null,
    visitorId,
    setCookie,
  }
}

/** A session may come from the cache, which is older than the half hour's end by seconds. */
function presentSeeing({ seeing, role }: Session): Session['seeing'] {
  return seeing && seeing.until > new Date() && mayDo(role, 'users.see-as') ? seeing : null
}
