import { createServer, type RequestListener } from 'node:http'
import { onTestFinished } from 'vitest'

/**
 * A real server on this machine for the tests, which counts its connections and notes what pages it is asked for. Its
 * robots.txt is missing unless one is given, or the listener's own business where that is `null`.
 */
export async function startSite(listener: RequestListener, robots?: string | null) {
  let connections = 0
  const requests: string[] = []
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt' && robots !== null) {
      response.writeHead(robots === undefined ? 404 : 200).end(robots)
      return
    }
    requests.push(request.url ?? '')
    listener(request, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** The same for one test, after which it is closed. */
export async function siteOfTest(listener: RequestListener, robots?: string | null) {
  const started = await startSite(listener, robots)
  onTestFinished(started.close)
  return started
}
