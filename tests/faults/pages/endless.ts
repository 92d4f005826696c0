import { hostilePage } from './hostile-page.ts'
import { serve, serveRaw, writeEndlessly } from './serve.ts'

export const endlessBody = hostilePage({
  name: 'endless-body',
  start: () =>
    serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n')
      writeEndlessly(socket, () => '<p>More of it.</p>'.repeat(1_000))
    }),
  ends: { codes: ['page-too-large'] },
})

export const endlessHeaders = hostilePage({
  name: 'endless-headers',
  start: () =>
    serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      let count = 0
      writeEndlessly(socket, () => `X-Header-${count++}: ${'x'.repeat(1_000)}\r\n`)
    }),
  ends: { codes: ['page-unreadable'] },
})

/** Informational answers, after any of which the real one may come. */
export const endlessHints = hostilePage({
  name: 'endless-hints',
  slow: true,
  start: () =>
    serveRaw((socket) =>
      writeEndlessly(socket, () =>
        'HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n'.repeat(200),
      ),
    ),
  ends: { codes: ['page-timeout', 'page-unreadable'] },
})

export const endlessTrailers = hostilePage({
  name: 'endless-trailers',
  slow: true,
  start: () =>
    serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n0\r\n')
      let count = 0
      writeEndlessly(socket, () => `X-Trailer-${count++}: ${'x'.repeat(1_000)}\r\n`)
    }),
  ends: { codes: ['page-unreadable'] },
})

export const redirectLoop = hostilePage({
  name: 'redirect-loop',
  start: () =>
    serve((request, response) =>
      response.writeHead(302, { Location: request.url === '/' ? '/there' : '/' }).end('x'.repeat(100_000)),
    ),
  ends: { codes: ['redirect-loop'] },
})
