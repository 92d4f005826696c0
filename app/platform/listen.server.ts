import { createServer, type RequestListener, type Server } from 'node:http'
import { seconds } from './durations.ts'

/** Within this time a request at work has to end once the server stops. */
const drainFor = seconds(5)

/** Listens, or throws one sentence that says why not; `setting` is what chooses the port. */
export function listen(
  listener: RequestListener,
  { port, host, setting = 'PORT' }: { port: number; host: string; setting?: string },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : ''
      if (code === 'EADDRINUSE')
        reject(
          new ListenError(
            `Port ${port} is taken by another program: stop it, or set ${setting} to another number.`,
          ),
        )
      else if (code === 'EACCES')
        reject(
          new ListenError(`This user may not listen on port ${port}: set ${setting} to a number above 1023.`),
        )
      else reject(new ListenError(`The server can’t listen on ${host}:${port} (${code || error.message}).`))
    })
    server.listen(port, host, () => resolve(server))
  })
}

export class ListenError extends Error {
  override name = 'ListenError'
}

/** Takes no new connections, lets requests at work end, and cuts those that don't within 5 s. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainFor)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
