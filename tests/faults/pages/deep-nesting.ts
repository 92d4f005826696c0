import { hostilePage } from './hostile-page.ts'
import { article, serve } from './serve.ts'

// Without a check of the depth this takes a parser 12 seconds and more, and then its stack.
export const deepNesting = hostilePage({
  name: 'deep-nesting',
  start: () =>
    serve((_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(article + '<div>'.repeat(20_000) + '</div>'.repeat(20_000)),
    ),
  ends: { codes: ['page-too-deep'] },
  withinMs: 2_000,
})
