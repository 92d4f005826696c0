import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import type { StoredTweet } from '#app/features/threads/stored-tweet.ts'
import type { LocalCopies, LocalCopy } from './local-copies.ts'
import type { Stored } from './wire.ts'

export const ids = {
  a: '01a21700-0000-7000-8000-00000000000a',
  b: '01a21700-0000-7000-8000-00000000000b',
  c: '01a21700-0000-7000-8000-00000000000c',
}

export const storedTweet = (id: string, position: number, text: string): StoredTweet => ({
  id,
  position,
  text,
  spans: [],
  verdict: 'supported',
  reasons: [],
  isOpinion: false,
  isLocked: false,
})

/** A server at the other end of the wire that keeps one thread as the real one does, and can fail in every way. */
export function threadServer(texts = ['The sea is cold.', 'Ships wait.']) {
  const server = {
    thread: {
      version: 1,
      title: null,
      numbering: false,
      tweets: texts.map((text, at) => storedTweet(Object.values(ids)[at] ?? '', at + 1, text)),
    } satisfies Stored as Stored,
    /** Documents that were sent, whether they were taken or not. */
    sent: [] as { version: number; texts: string[] }[],
    /** What is answered in the place of a save or a look; null for what a server does. */
    instead: (() => null) as () => Promise<Response> | Response | null,
    /** Runs before a save is answered: what happens while it is on its way. */
    before: async () => {},
    /** Another device's edit. */
    edit(id: string, text: string) {
      const tweets = server.thread.tweets.map((tweet) => (tweet.id === id ? { ...tweet, text } : tweet))
      server.thread = { ...server.thread, version: server.thread.version + 1, tweets }
    },
    texts: () => server.thread.tweets.map(({ text }) => text),
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      const failure = await server.instead()
      if (init?.method !== 'POST') return failure ?? look(server.thread, String(input))
      const body = new URLSearchParams(String(init.body))
      const version = Number(body.get('version'))
      const document: ThreadDocument = JSON.parse(body.get('document') ?? '')
      server.sent.push({ version, texts: document.tweets.map(({ text }) => text) })
      await server.before()
      if (failure) return failure
      if (version !== server.thread.version)
        return Response.json({ state: 'changed', ...server.thread }, { status: 409 })
      server.thread = {
        version: version + 1,
        title: document.title ?? null,
        numbering: document.numbering,
        tweets: document.tweets.map((tweet, at) => ({
          ...storedTweet(tweet.id, at + 1, tweet.text),
          isLocked: tweet.isLocked,
          isOpinion: tweet.isOpinion,
        })),
      }
      return Response.json({ state: 'saved', ...server.thread })
    },
  }
  return server
}

function look(thread: Stored, url: string): Response {
  const since = new URL(url, 'http://threadr.test').searchParams.get('since')
  return since === String(thread.version) ? new Response(null, { status: 204 }) : Response.json(thread)
}

/** A device's storage; `full` refuses as a private window may. */
export function memoryCopies() {
  const kept = new Map<string, LocalCopy>()
  const copies: LocalCopies & { kept: typeof kept; full: boolean } = {
    kept,
    full: false,
    async write(copy) {
      if (!copies.full) kept.set(copy.page, copy)
      return !copies.full
    },
    remove: async ({ page }) => kept.delete(page),
    read: async (threadId) => [...kept.values()].filter((copy) => copy.threadId === threadId),
  }
  return copies
}
