import { hostilePage } from './hostile-page.ts'
import { serve } from './serve.ts'

const link = (_: unknown, index: number) =>
  `<div class="post-${index}"><a href="/${index}">Link number ${index}, and more of it</a></div>`

/** Within every limit that counts parts, and nothing to read: an attempt at each of its trees would take a second. */
export const manyLinks = hostilePage({
  name: 'many-links',
  start: () =>
    serve((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(Array.from({ length: 18_000 }, link).join('')),
    ),
  ends: { codes: ['page-of-links'] },
})
