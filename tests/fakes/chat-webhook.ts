import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

/** What the fake does with a post. */
export type ChatBehaviour =
  | { kind: 'take' }
  | { kind: 'answer'; status: number; location?: string }
  /** Takes it, and never answers. */
  | { kind: 'silent' }
  /** Answers, and then goes on and on. */
  | { kind: 'endless' }

const bodySchema = z.object({ text: z.string().min(1) })

/** A server that takes what Slack's incoming webhooks take: a JSON object with a text, at an address that nobody can guess. */
export async function startFakeChat(path = '/services/T000/B000/a-secret') {
  const taken: string[] = []
  const requests: { url: string; headers: Record<string, unknown> }[] = []
  let behave: () => ChatBehaviour = () => ({ kind: 'take' })
  const server = createServer(async (request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers })
    const body = await text(request)
    const does = behave()
    if (does.kind === 'silent') return
    if (does.kind === 'answer')
      return void response
        .writeHead(does.status, does.location === undefined ? {} : { Location: does.location })
        .end('no')
    if (does.kind === 'endless') {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(1024)), 5)
      response.once('close', () => clearInterval(timer))
      return
    }
    const said = bodySchema.safeParse(JSON.parse(body)).data
    const isPost = request.method === 'POST' && request.headers['content-type'] === 'application/json'
    if (request.url !== path || !isPost || !said) return void response.writeHead(404).end('no_service')
    taken.push(said.text)
    response.end('ok')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}${path}`,
    origin: `http://127.0.0.1:${port}`,
    taken,
    requests,
    behave: (given: () => ChatBehaviour) => {
      behave = given
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type FakeChat = Awaited<ReturnType<typeof startFakeChat>>
