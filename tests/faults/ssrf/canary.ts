import { createServer } from 'node:http'

export type Canary = { port: number; ipv6: boolean; hits: () => number; close: () => Promise<void> }

/** A server on 127.0.0.1, and on ::1 where there is IPv6, that counts every connection to it. */
export async function startCanary(): Promise<Canary> {
  let hits = 0
  const sing = () =>
    createServer((request, response) => {
      // Even a robots.txt is more than anybody may ask of it; this one keeps nobody away.
      if (request.url === '/robots.txt') response.writeHead(404).end()
      else response.end('reached')
    }).on('connection', () => {
      hits += 1
    })
  const four = sing()
  const six = sing()
  const listen = (server: typeof four, port: number, host: string) =>
    new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, host, () => resolve(true))
    })
  if (!(await listen(four, 0, '127.0.0.1'))) throw new Error('no server on 127.0.0.1')
  const address = four.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ipv6 = await listen(six, port, '::1')
  return {
    port,
    ipv6,
    hits: () => hits,
    async close() {
      for (const server of [four, six]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
