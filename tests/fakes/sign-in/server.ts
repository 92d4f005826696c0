import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { createCodes, type FakePerson, type Program } from './codes.ts'

/** How the next request to a path goes wrong. */
type Fault =
  /** Never answers. */
  | { kind: 'hang' }
  /** Breaks off before it answers. */
  | { kind: 'cut' }
  | { kind: 'raw'; status: number; body: string }

export type FakeProvider = Program & {
  /** The base address to give Threadr, of GitHub's paths and Google's alike. */
  url: string
  /** Who is signed in at the provider, in whatever browser comes. */
  person: FakePerson
  /** Whether they allow Threadr to learn who they are. */
  allows: boolean
  /** `METHOD path` of every request that came, oldest first. */
  requests: string[]
  /** Every access token that was given. */
  tokens(): string[]
  fail(path: string, fault: Fault): void
  close(): Promise<void>
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const content = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    'content-length': Buffer.byteLength(content),
  })
  response.end(content)
}

/**
 * Starts a server on 127.0.0.1 that speaks as much of GitHub's OAuth and Google's OpenID Connect as Threadr uses: the page that asks
 * (which answers for the person at once), the token, and who it is for. `close` ends open connections.
 */
export async function startFakeProvider(
  person: FakePerson = { id: 1, email: 'ada@example.com', verified: true },
): Promise<FakeProvider> {
  const program = { clientId: 'threadr-of-the-tests', clientSecret: 'known-to-both' }
  const { grant, trade, personOf, tokens } = createCodes(program)
  const faults = new Map<string, Fault>()
  const requests: string[] = []

  function authorize(query: URLSearchParams, response: ServerResponse) {
    const back = new URL(query.get('redirect_uri') ?? 'about:blank')
    back.searchParams.set('state', query.get('state') ?? '')
    const granted = grant(query, fake.person)
    if ('wrong' in granted) return send(response, 400, `<p>The request has a wrong ${granted.wrong}.</p>`)
    if (fake.allows) back.searchParams.set('code', granted.code)
    else back.searchParams.set('error', 'access_denied')
    response.writeHead(302, { location: back.href }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse, refusedWith: number) {
    const given = trade(new URLSearchParams(await text(request)))
    if (given === null) return send(response, refusedWith, { error: 'bad_verification_code' })
    send(response, 200, { access_token: given, token_type: 'bearer', scope: 'user:email' })
  }

  function tell(request: IncomingMessage, response: ServerResponse, say: (who: FakePerson) => unknown) {
    const who = personOf(request.headers.authorization)
    if (!who || !request.headers['user-agent'])
      return send(response, 401, { message: 'Requires authentication' })
    send(response, 200, say(who))
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
    requests.push(`${request.method} ${pathname}`)
    const fault = faults.get(pathname)
    faults.delete(pathname)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'cut') return void response.destroy()
    if (fault) return send(response, fault.status, fault.body)
    switch (`${request.method} ${pathname}`) {
      case 'GET /login/oauth/authorize':
      case 'GET /o/oauth2/v2/auth':
        return authorize(searchParams, response)
      case 'POST /login/oauth/access_token':
        // As GitHub does, whose refusal of a code has the status of success.
        return token(request, response, 200)
      case 'POST /token':
        return token(request, response, 400)
      case 'GET /user':
        return tell(request, response, ({ id }) => ({
          id,
          login: `person-${id}`,
          email: 'shown@example.net',
        }))
      case 'GET /user/emails':
        return tell(request, response, ({ email, verified }) => [
          { email: 'older@example.net', primary: false, verified: true, visibility: null },
          { email, primary: true, verified, visibility: 'private' },
        ])
      case 'GET /v1/userinfo':
        return tell(request, response, ({ id, email, verified, hd }) => ({
          sub: String(id),
          email,
          email_verified: verified,
          ...(hd !== undefined && { hd }),
        }))
      default:
        send(response, 404, { message: 'Not Found' })
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The fake has no port.')
  const fake: FakeProvider = {
    ...program,
    url: `http://127.0.0.1:${address.port}`,
    person,
    allows: true,
    requests,
    tokens,
    fail: (path, fault) => void faults.set(path, fault),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
  return fake
}
