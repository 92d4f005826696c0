import * as z from 'zod/mini'

const threadParams = z.object({ threadId: z.uuid() })
const sourceParams = z.object({ sourceId: z.uuid() })

const userParams = z.object({ userId: z.uuid() })
const issueParams = z.object({ issueId: z.uuid() })

const withQuery = (path: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

export const paths = {
  /** The form, with a source already in it if one is given. */
  landing: (source?: string) => (source === undefined ? '/' : `/?${new URLSearchParams({ source })}`),
  threads: () => '/threads',
  thread: (threadId: string) => `/threads/${threadId}`,
  /** What of a thread is edited. */
  threadDocument: (threadId: string) => `/threads/${threadId}/document`,
  /** How a thread was made. */
  howMade: (threadId: string) => `/threads/${threadId}/how`,
  /** Where a thread leaves Threadr: copied, saved, shared, posted. */
  takeOut: (threadId: string, query: { done?: string } = {}) => withQuery(`/threads/${threadId}/out`, query),
  exportedThread: (threadId: string, format: string) => `/threads/${threadId}/out/${format}`,
  /** A thread for another network, and that as a file. */
  variant: (threadId: string, network: string, query: { done?: string } = {}) =>
    withQuery(`/threads/${threadId}/for/${network}`, query),
  exportedVariant: (threadId: string, network: string, format: string) =>
    `/threads/${threadId}/for/${network}/${format}`,
  /** What the JSON format of a thread holds. */
  threadSchema: () => '/schemas/thread-1.json',
  cards: (threadId: string, query: { look?: string | undefined } = {}) =>
    withQuery(`/threads/${threadId}/cards`, query),
  card: (threadId: string, position: number, query: { look?: string; save?: string } = {}) =>
    withQuery(`/threads/${threadId}/cards/${position}`, query),
  allCards: (threadId: string, query: { look?: string } = {}) =>
    withQuery(`/threads/${threadId}/cards.zip`, query),
  share: (threadId: string) => `/threads/${threadId}/share`,
  /** Posting by hand, step by step. */
  post: (threadId: string) => `/threads/${threadId}/post`,
  /** What whoever has the link may read of a thread. */
  shared: (token: string) => `/s/${token}`,
  sharedCard: (token: string) => `/s/${token}/card.png`,
  /** A thread's versions, or one of them; `before` leads to the older ones of the list. */
  history: (
    threadId: string,
    query: { version?: number; view?: string; before?: number | null; done?: string } = {},
  ) =>
    withQuery(`/threads/${threadId}/history`, {
      version: query.version?.toString(),
      view: query.view,
      before: query.before?.toString(),
      done: query.done,
    }),
  /** What was read of a source; with `edit`, opened to be put right. */
  source: (sourceId: string, { edit = false } = {}) => `/sources/${sourceId}${edit ? '?edit' : ''}`,
  signUp: (next?: string) => withQuery('/sign-up', { next }),
  /** With the page of ours to go to afterwards. */
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  /** A code by mail: asks for the address, or with a request for the code. */
  signInCode: (query: { request?: string; next?: string | undefined } = {}) =>
    withQuery('/sign-in/code', query),
  signInLink: (token: string) => withQuery('/sign-in/link', { token }),
  /** Where the way to a provider begins, and where the provider sends people back to. */
  provider: (provider: string) => `/sign-in/${provider}`,
  providerCallback: (provider: string) => `/sign-in/${provider}/callback`,
  secondFactor: (query: { request: string; next?: string | undefined }) =>
    withQuery('/sign-in/two-factor', query),
  signOut: () => '/sign-out',
  forgot: () => '/forgot',
  reset: (token: string) => withQuery('/reset', { token }),
  verify: (token: string) => withQuery('/verify', { token }),
  account: () => '/account',
  twoFactor: () => '/account/two-factor',
  /** One's own data: to have it, to have it kept for less long, to have it deleted. */
  privacy: () => '/account/privacy',
  /** Which mail one gets, and when one hears about one's threads. */
  mail: (query: { done?: string } = {}) => withQuery('/account/mail', query),
  /** The same by the link of a message, without signing in; `kind` is the one that the message was of. */
  mailByLink: (query: { by: string; kind?: string | undefined; done?: string }) => withQuery('/mail', query),
  /** Where a visitor leaves an address, and where its owner confirms that. */
  leaveAddress: () => '/leave-address',
  confirmCapture: (token: string) => withQuery('/leave-address/confirm', { token }),
  exportFile: (exportId: string) => `/account/exports/${exportId}`,
  /** Threads that a few letters lead to, as JSON. */
  foundThreads: (q: string) => `/palette?${new URLSearchParams({ q })}`,
  /** What the plans hold and cost; with what somebody wanted that theirs doesn't hold. */
  pricing: (query: { done?: string; for?: string } = {}) => withQuery('/pricing', query),
  /** One's own plan: how much of it is used, what was paid. */
  plan: (query: { done?: string; back?: string } = {}) => withQuery('/account/plan', query),
  apiKeys: () => '/account/keys',
  /** How the API is used. */
  api: () => '/api',
  apiThread: (threadId: string) => `/api/v1/threads/${threadId}`,
  apiProgress: (threadId: string) => `/api/v1/threads/${threadId}/progress`,
  openApi: () => '/api/v1/openapi.json',
  outbox: () => '/outbox',
  /** Every message that can be written, or one of them. */
  mailPreview: (template?: string) => withQuery('/outbox/preview', { template }),
  /** What was done on one's account. */
  activity: (query: { before?: string | undefined } = {}) => withQuery('/account/activity', query),
  /** People, whose address, name or id is `find`. */
  users: (query: { find?: string | undefined; before?: string | undefined } = {}) =>
    withQuery('/admin', query),
  user: (userId: string) => `/admin/users/${userId}`,
  /** How anybody's thread was made, by its id or that of one of its generations. */
  record: (id: string) => `/admin/threads/${id}`,
  /** Accounts that somebody has to look at. */
  review: () => '/admin/review',
  /** What became of messages, and the addresses that get none. */
  mailSent: (query: { find?: string | undefined; done?: string | undefined } = {}) =>
    withQuery('/admin/mail', query),
  /** Issues of the newsletter, or one of them, also one that is still to be written. */
  newsletter: (query: { done?: string | undefined } = {}) => withQuery('/admin/newsletter', query),
  newsletterIssue: (issueId: string, query: { done?: string | undefined } = {}) =>
    withQuery(`/admin/newsletter/${issueId}`, query),
  /** What is broken, who looks at it, and what everybody is told. */
  alerts: (query: { done?: string } = {}) => withQuery('/admin/alerts', query),
  /** How it stands with Threadr, for everybody. */
  status: () => '/status',
  seeing: () => '/admin/seeing',
  /** What is paid monthly, and what came and went. */
  money: () => '/admin/money',
  numbers: (query: { days?: string | undefined } = {}) => withQuery('/admin/numbers', query),
  flags: (query: { done?: string | undefined } = {}) => withQuery('/admin/flags', query),
  compare: (query: { flag?: string | undefined; days?: string | undefined } = {}) =>
    withQuery('/admin/flags/compare', query),
  ownNumbers: () => '/account/numbers',
  audit: (query: Record<string, string | undefined> = {}) => withQuery('/admin/audit', query),
}

/** The thread an address names; an address that can't name one is as good as one that names none. */
export function threadIdOf(params: unknown): string {
  const parsed = threadParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such thread here.', { status: 404 })
  return parsed.data.threadId
}

/** The source an address names, likewise. */
export function sourceIdOf(params: unknown): string {
  const parsed = sourceParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such source here.', { status: 404 })
  return parsed.data.sourceId
}

/** The person an address names, likewise. */
export function userIdOf(params: unknown): string {
  const parsed = userParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such account.', { status: 404 })
  return parsed.data.userId
}

/** The issue of the newsletter an address names, likewise; also one that isn't written yet. */
export function issueIdOf(params: unknown): string {
  const parsed = issueParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such issue.', { status: 404 })
  return parsed.data.issueId
}
