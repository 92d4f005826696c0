import { hostilePage } from './hostile-page.ts'
import { serve, serveRaw } from './serve.ts'

export const silentBody = hostilePage({
  name: 'silent-body',
  slow: true,
  start: () =>
    serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.write('<p>And then')
    }),
  ends: { codes: ['page-timeout'] },
  withinMs: 6_000,
})

/** A connection that is taken, and never answers the greeting of TLS. */
export const silentTls = hostilePage({
  name: 'silent-tls',
  slow: true,
  start: () => serveRaw(() => {}, 'https'),
  ends: { codes: ['page-timeout'] },
})

export const noTls = hostilePage({
  name: 'no-tls',
  start: () => serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 'https'),
  ends: { codes: ['tls-failed'] },
})
