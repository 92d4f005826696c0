import { createServer, type RequestListener } from 'node:http'

export type Listening = {
  /** Without a slash at the end. */
  url: string
  /** Ends open connections too. */
  close(): Promise<void>
}

/** Listens on 127.0.0.1, on a port that is free where 0 is given. Rejects where the port is taken. */
export async function listen(port: number, handle: RequestListener): Promise<Listening> {
  const server = createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
