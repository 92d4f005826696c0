import { hostilePage } from './hostile-page.ts'
import { article, serve } from './serve.ts'

export const manyElements = hostilePage({
  name: 'many-elements',
  start: () =>
    serve((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(article + '<p>x</p>'.repeat(200_000)),
    ),
  ends: { codes: ['page-too-complex'] },
})
