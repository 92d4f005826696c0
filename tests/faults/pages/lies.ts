import { hostilePage } from './hostile-page.ts'
import { article, serve, serveRaw } from './serve.ts'

const typed = (charset: string, body: Buffer) =>
  serve((_request, response) =>
    response.writeHead(200, { 'Content-Type': `text/html; charset=${charset}` }).end(body),
  )
const withUmlaut = article.replaceAll('harbour', 'Hafen für Fähren')

export const wrongCharset = hostilePage({
  name: 'wrong-charset',
  start: () => typed('utf-16le', Buffer.from(withUmlaut, 'utf8')),
  ends: { text: 'Hafen für Fähren' },
})

export const unknownCharset = hostilePage({
  name: 'unknown-charset',
  slow: true,
  start: () => typed('x-klingon', Buffer.from(withUmlaut, 'latin1')),
  ends: { text: 'Hafen für Fähren' },
})

export const noCharacters = hostilePage({
  name: 'no-characters',
  slow: true,
  start: () =>
    typed('utf-8', Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * 31 + 128) % 256))),
  ends: { codes: ['unsupported-document', 'no-article'] },
})

export const tooLittle = hostilePage({
  name: 'length-too-great',
  start: () =>
    serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n${article}`),
    ),
  ends: { codes: ['connection-lost'] },
})

/** Reads what was declared; the rest is another answer that nobody asked for. */
export const tooMuch = hostilePage({
  name: 'length-too-small',
  start: () =>
    serveRaw((socket) => {
      const secret = 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret'
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${article.length}\r\n\r\n${article}${secret}`,
      )
    }),
  ends: { text: 'lies at its berth' },
})

export const doubleLength = hostilePage({
  name: 'two-lengths',
  slow: true,
  start: () =>
    serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 900\r\n\r\n${article}`),
    ),
  ends: { codes: ['page-unreadable', 'connection-lost'] },
})
