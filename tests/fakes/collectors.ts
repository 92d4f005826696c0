import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })).default([]),
})
const tracesSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
})
type TakenSpan = z.infer<typeof spanSchema>

/** What takes traces by OTLP over HTTP (as JSON), and errors as Sentry's envelopes; `raw` is all that came, as it came. */
export async function startCollectors() {
  const spans: TakenSpan[] = []
  const envelopes: string[] = []
  const raw: string[] = []

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    raw.push(`${JSON.stringify(request.headers)}\n${body}`)
    if (request.url === '/v1/traces') {
      for (const { scopeSpans } of tracesSchema.parse(JSON.parse(body)).resourceSpans)
        for (const scope of scopeSpans) spans.push(...scope.spans)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
      return
    }
    if (/^\/api\/42\/envelope\//.test(request.url ?? '')) envelopes.push(body)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  }
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.writeHead(400).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    otlp: `http://127.0.0.1:${port}`,
    dsn: `http://public@127.0.0.1:${port}/42`,
    spans,
    envelopes,
    raw,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
