import { hostilePage } from './hostile-page.ts'
import { drip, serve, serveRaw } from './serve.ts'

/** A byte every second, so that the line is never silent for long. */
export const dripping = hostilePage({
  name: 'drip',
  slow: true,
  start: () =>
    serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>')
      drip(socket, 1_000, () => 'x')
    }),
  ends: { codes: ['page-timeout'] },
})

export const drippingHeaders = hostilePage({
  name: 'drip-headers',
  slow: true,
  start: () =>
    serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ')
      drip(socket, 200, () => 'x')
    }),
  ends: { codes: ['page-timeout'] },
})

/** A redirect every two seconds. */
export const drippingRedirects = hostilePage({
  name: 'drip-redirects',
  slow: true,
  start: () =>
    serve((request, response) => {
      setTimeout(() => response.writeHead(302, { Location: `${request.url}a` }).end(), 2_000)
    }),
  ends: { codes: ['page-timeout'] },
})
