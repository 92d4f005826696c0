import { once } from 'node:events'
import { createServer } from 'node:http'
import { bridgePage } from '#tests/factories/texts.ts'

/** A site on this computer with an article at every address, each a little different. */
export async function startArticleSite(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/robots.txt') return response.writeHead(404).end()
    const address = new URL(url, origin).href
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(bridgePage(address).replaceAll('Ada Holm', `Ada Holm of ${url.slice(1)} street`))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  const origin = `http://127.0.0.1:${address.port}/`
  return {
    url: origin,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
