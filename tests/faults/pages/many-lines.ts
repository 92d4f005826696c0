import { hostilePage } from './hostile-page.ts'
import { serve } from './serve.ts'

/** Lines that all stand under one parent: to take them out one by one from the front is to copy all the others each time. */
export const manyLines = hostilePage({
  name: 'many-lines',
  slow: true,
  start: () =>
    serve((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(`<div>${Array.from({ length: 39_000 }, (_, index) => `line ${index}<br>`).join('')}</div>`),
    ),
  ends: { text: 'line 0' },
})
