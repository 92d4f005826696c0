import type { Request, Response } from 'express'

type Asked = Pick<Request, 'method' | 'originalUrl'> & {
  headers: Pick<Request['headers'], 'cookie' | 'authorization'>
}

/** Whoever is known: a session, a browser that was here before, or a program with a key. Whether it is right is looked at later. */
const known = /(?:^|;\s*)(?:__Host-)?(?:session|visitor)(?:-[\da-f]{8})?=/

/** What goes on for everybody: coming in, saving, watching what is at work, what others send, and how it stands. */
const goesOn = [
  /^\/(sign-in|sign-up|sign-out|verify|forgot|reset|webhooks|mail|status|theme)(\/|$)/,
  /^\/threads\/[^/]+\/(document|progress)$/,
  /^\/api\/v1\/(token$|threads\/[^/]+\/progress$)/,
  /^\/__manifest$/,
]

/** What costs much more than a page: new threads, searches, sources that are fetched, cards and files that are drawn. */
const dear: { method: 'GET' | 'POST'; path: RegExp; asks?: string }[] = [
  { method: 'POST', path: /^\/?$/ },
  { method: 'POST', path: /^\/sources\/[^/]+$/ },
  { method: 'POST', path: /^\/api\/v1\/threads$/ },
  { method: 'GET', path: /^\/(threads|palette|api\/v1\/threads)$/, asks: 'q' },
  { method: 'GET', path: /^\/threads\/[^/]+\/cards/ },
]

/** Why a request may wait until there is less to do: it is `dear`, or of somebody `new`; null where it may not. */
export function mayWait(request: Asked, { isForPrograms }: Response['locals']): 'dear' | 'new' | null {
  const address = URL.parse(request.originalUrl, 'http://threadr.invalid')
  const path = (address?.pathname ?? '').replace(/^\/_root\.data$/, '/').replace(/\.data$/, '')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const isDear = dear.some(
    (each) =>
      each.method === method &&
      each.path.test(path) &&
      (each.asks === undefined || Boolean(address?.searchParams.get(each.asks))),
  )
  if (isDear) return 'dear'
  const isKnown = isForPrograms
    ? request.headers.authorization !== undefined
    : known.test(request.headers.cookie ?? '')
  if (isKnown || goesOn.some((each) => each.test(path))) return null
  return 'new'
}
