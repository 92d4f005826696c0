import { Agent, request } from 'undici'
import { z } from 'zod'
import { seconds } from '#app/platform/durations.ts'
import { checkAddress } from '../safe-fetch/check-address.ts'
import { createConnector } from '../safe-fetch/connect.ts'

/** `failed` may be tried again; `refused` is the same however often it is tried. */
type PostOutcome = { kind: 'taken' } | { kind: 'failed' | 'refused'; reason: string }

export type PostText = (text: string, signal: AbortSignal) => Promise<PostOutcome>

type PostOptions = {
  /** It lets whoever has it post, so it stands in no reason and no log. */
  url: string
  /** For development: addresses within one's own network. */
  allowLocalAddresses: boolean
  /** How long one post may take, in milliseconds; 10 s without it. */
  timeoutMs?: number
}

const codeSchema = z.object({ code: z.string().max(100) })

/**
 * Posts a text to a chat's webhook, as Slack and what is compatible with it take it. To a public address only, over a
 * connection that is checked after its name was looked up; no redirect is followed, since the text would go to somebody
 * else, and of the answer nothing but its status is read. Never throws.
 */
export function createPostText({ url, allowLocalAddresses, timeoutMs = seconds(10) }: PostOptions): PostText {
  const dispatcher = new Agent({
    connect: createConnector({ allowLocalAddresses, timeoutMs: seconds(5) }),
    pipelining: 0,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  return async (text, signal) => {
    const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    try {
      const { statusCode, body } = await request(
        checkAddress(url, { allowLocalAddresses, ports: [443, 80] }),
        {
          method: 'POST',
          dispatcher,
          signal: within,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text }),
        },
      )
      body.on('error', () => {}).destroy()
      return judge(statusCode)
    } catch (error) {
      if (within.aborted) return { kind: 'failed', reason: 'no answer came in time' }
      return { kind: 'failed', reason: codeSchema.safeParse(error).data?.code ?? 'it could not be reached' }
    }
  }
}

function judge(status: number): PostOutcome {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status >= 300 && status < 400) return { kind: 'refused', reason: `it leads elsewhere (${status})` }
  const passes = status >= 500 || status === 429 || status === 408
  return { kind: passes ? 'failed' : 'refused', reason: `it answered ${status}` }
}
