import { request } from 'undici'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'
import { readAtMost } from '../read-at-most.ts'
import { providerRefused, providerUnavailable } from './failures.ts'

/** What providers say of a person is a few kB. */
const mostOfAnswer = 256 * 1024

type Asked = {
  url: string
  /** Sent as a form, by POST; without one it is a GET. */
  form?: Record<string, string>
  accessToken?: string
  /** Ends the request, its body included. */
  signal: AbortSignal
}

/**
 * What a provider answers, as JSON that nobody has looked at yet; 256 kB at most, and no redirect is followed. Throws
 * `provider-refused` where it blames the request, `provider-unavailable` for everything else that is no answer.
 */
export async function askProvider(
  provider: ProviderName,
  { url, form, accessToken, signal }: Asked,
): Promise<unknown> {
  let status: number
  let text: string
  try {
    const answer = await request(url, {
      method: form ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        // GitHub refuses whoever doesn't say what they are.
        'user-agent': 'Threadr',
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
      },
      body: form && new URLSearchParams(form).toString(),
      signal,
    })
    const { bytes, isWhole } = await readAtMost(answer.body, mostOfAnswer)
    if (!isWhole) throw new Error(`an answer of more than ${mostOfAnswer} bytes`)
    status = answer.statusCode
    text = new TextDecoder().decode(bytes)
  } catch (error) {
    throw providerUnavailable(provider, error)
  }
  // What they say of a refusal may hold what we sent, so only its status is passed on to the log.
  const cause = new Error(`answered with ${status}`)
  if (status === 400 || status === 401 || status === 403) throw providerRefused(provider, cause)
  if (status !== 200) throw providerUnavailable(provider, cause)
  try {
    return JSON.parse(text)
  } catch {
    throw providerUnavailable(provider, new Error('what it answered is no JSON'))
  }
}
