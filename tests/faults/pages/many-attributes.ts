import { hostilePage } from './hostile-page.ts'
import { article, serve } from './serve.ts'

export const manyAttributes = hostilePage({
  name: 'many-attributes',
  slow: true,
  start: () =>
    serve((_request, response) => {
      const attributes = Array.from({ length: 500_000 }, (_, index) => `a${index.toString(36)}`)
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`${article}<p ${attributes.join(' ')}>The end.</p>`)
    }),
  // Refused while they pass by, before any of them is kept.
  ends: { codes: ['page-too-complex'] },
})
