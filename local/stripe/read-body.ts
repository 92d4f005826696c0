import type { IncomingMessage } from 'node:http'

const most = 1_000_000

/** The body of a request as text. Throws for one over a megabyte, which nothing here is. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    const buffer: Buffer = part
    bytes += buffer.length
    if (bytes > most) throw new Error('The body is over a megabyte.')
    parts.push(buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}
