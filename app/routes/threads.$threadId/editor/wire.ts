import * as z from 'zod/mini'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import { storedTweetSchema } from '#app/features/threads/stored-tweet.ts'
import { paths } from '#app/paths.ts'

const threadSchema = z.object({
  version: z.int().check(z.nonnegative()),
  title: z.nullable(z.string()),
  numbering: z.boolean(),
  tweets: z.array(storedTweetSchema),
})
/** What the server holds of a thread. */
export type Stored = z.infer<typeof threadSchema>

const answerSchema = z.discriminatedUnion('state', [
  z.extend(threadSchema, { state: z.literal('saved') }),
  z.extend(threadSchema, { state: z.literal('changed') }),
  z.object({ state: z.literal('refused'), code: z.string(), error: z.string() }),
])

/** Why nothing came through; all of it may pass by itself. */
type Failed = { state: 'failed'; reason: 'offline' | 'server' | 'busy'; retryAfter: number | null }
/** The thread isn't this browser's any more: its session is over, or the thread was deleted. */
type Gone = { state: 'gone' }
export type Saved = z.infer<typeof answerSchema> | Failed | Gone
export type Read = ({ state: 'changed' } & Stored) | { state: 'same' } | Failed | Gone

export type Wire = {
  /** `leaving`: the answer may never be heard, since the page is going; the request still arrives if it is small. */
  save: (version: number, document: ThreadDocument, leaving: boolean) => Promise<Saved>
  read: (since: number) => Promise<Read>
}

/** Browsers refuse to send more than this after a page is gone, in bytes. */
const mostAfterPage = 60_000
/** A save that takes longer is tried again, in milliseconds; the server gives up after 30 seconds itself. */
const patience = 35_000

/** The thread's document on the server. Never throws: what went wrong is part of what it answers. */
export function threadWire(threadId: string, get: typeof fetch): Wire {
  const url = paths.threadDocument(threadId)
  return {
    save(version, document, leaving) {
      const body = new URLSearchParams({ version: String(version), document: JSON.stringify(document) })
      const keepalive = leaving && body.toString().length < mostAfterPage
      return ask<Saved>(
        () => get(url, { method: 'POST', body, keepalive, signal: AbortSignal.timeout(patience) }),
        async (response) => answerSchema.safeParse(await response.json()).data ?? null,
      )
    },
    read(since) {
      return ask<Read>(
        () => get(`${url}?since=${since}`, { signal: AbortSignal.timeout(patience) }),
        async (response) => {
          if (response.status === 204) return { state: 'same' }
          const stored = threadSchema.safeParse(await response.json()).data
          return stored ? { state: 'changed', ...stored } : null
        },
      )
    },
  }
}

async function ask<Answer>(
  send: () => Promise<Response>,
  read: (response: Response) => Promise<Answer | null>,
): Promise<Answer | Failed | Gone> {
  try {
    const response = await send()
    const { status } = response
    if (status === 401 || status === 403 || status === 404 || status === 410) return { state: 'gone' }
    if (status === 429) return { state: 'failed', reason: 'busy', retryAfter: secondsOf(response) }
    if (status >= 500 || status === 400) return { state: 'failed', reason: 'server', retryAfter: null }
    return (await read(response)) ?? { state: 'failed', reason: 'server', retryAfter: null }
  } catch {
    return { state: 'failed', reason: isOffline() ? 'offline' : 'server', retryAfter: null }
  }
}

function secondsOf(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null
}

const isOffline = () => typeof navigator !== 'undefined' && navigator.onLine === false
