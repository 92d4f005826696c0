import { createServer, type Server as HttpServer, type RequestListener } from 'node:http'
import { createServer as createSocketServer, type Server, type Socket } from 'node:net'

export type Site = { url: string; close: () => Promise<void> }

async function listening(server: Server | HttpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}

/** Text for a header as hostile and careless servers send it: the bare bytes of its UTF-8. */
export const rawHeader = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

/** A site on this machine, without a robots.txt unless told how to answer for one. */
export async function serve(
  listener: RequestListener,
  robots: RequestListener = (_request, response) => response.writeHead(404).end(),
): Promise<Site> {
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') robots(request, response)
    else listener(request, response)
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A site whose answers to a page are written to the bare connection, for what no HTTP library would send. */
export async function serveRaw(answer: (socket: Socket) => void, protocol = 'http'): Promise<Site> {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', (head) => {
      if (head.toString('latin1').startsWith('GET /robots.txt '))
        socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      else answer(socket)
    })
  })
  const port = await listening(server)
  return {
    url: `${protocol}://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Writes the next piece whenever the connection takes one, until it is closed. */
export function writeEndlessly(socket: Socket, next: () => string | Buffer): void {
  const write = () => {
    while (!socket.destroyed && socket.write(next()));
  }
  socket.on('drain', write)
  write()
}

/** Writes a piece every so many milliseconds, until the connection is closed. */
export function drip(socket: Socket, ms: number, next: () => string): void {
  const timer = setInterval(() => socket.write(next()), ms)
  socket.on('close', () => clearInterval(timer))
}

const sentence =
  'The harbour freezes in most winters, and the ferry then lies at its berth until the ice breaks up in March. '

/** An article of some 120 words. */
export const article = `<!doctype html><title>Ice</title><article><h1>Ice</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(2)}</article>`
