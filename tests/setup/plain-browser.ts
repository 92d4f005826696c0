import { type Dispatcher, FormData, request } from 'undici'

type PlainAnswer = { status: number; location: string | null; text: string }
export type PlainBrowser = {
  get(url: string): Promise<PlainAnswer>
  /** A form, as a page without files sends it, or as parts where it is FormData. */
  post(url: string, form: Record<string, string> | FormData): Promise<PlainAnswer>
  /** Gives another browser the cookies that this one has now, or those whose names are meant. */
  lend(to: PlainBrowser, isMeant?: (name: string) => boolean): void
  /** Takes a cookie as a Set-Cookie header says it. */
  keep(line: string): void
}

/** A browser that keeps cookies and runs no scripts. It follows nothing, and takes every port of a host for the same place. */
export function plainBrowser({
  dispatcher,
  headers = {},
}: {
  dispatcher?: Dispatcher
  headers?: Record<string, string>
} = {}): PlainBrowser {
  const jar = new Map<string, string>()

  async function ask(url: string, body?: string | FormData): Promise<PlainAnswer> {
    const answer = await request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join('; '),
        ...(typeof body === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body !== undefined && { body }),
      ...(dispatcher && { dispatcher }),
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) keep(line)
    const { location } = answer.headers
    return {
      status: answer.statusCode,
      location: typeof location === 'string' ? location : null,
      text: await answer.body.text(),
    }
  }
  function keep(line: string): void {
    const [pair = ''] = line.split(';', 1)
    const at = pair.indexOf('=')
    if (/;\s*Max-Age=0/i.test(line)) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return {
    keep,
    lend(to, isMeant = () => true) {
      for (const [name, value] of jar) if (isMeant(name)) to.keep(`${name}=${value}`)
    },
    get: (url) => ask(url),
    post: (url, form) => ask(url, form instanceof FormData ? form : String(new URLSearchParams(form))),
  }
}
