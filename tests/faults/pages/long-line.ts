import { hostilePage } from './hostile-page.ts'
import { serve } from './serve.ts'

/** Words that aren't all the same, 4.5 MB of them, without a line's end or an element between. */
const words = () =>
  Array.from({ length: 600_000 }, (_, index) => `word${(index * 7_919) % 9_973}`)
    .join(' ')
    .slice(0, 4_500_000)

export const longLine = hostilePage({
  name: 'long-line',
  slow: true,
  start: () =>
    serve((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${words()}`),
    ),
  ends: { text: 'word0 word7919' },
})

export const longWord = hostilePage({
  name: 'long-word',
  slow: true,
  start: () =>
    serve((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${'a'.repeat(4_500_000)}`),
    ),
  ends: { codes: ['no-article'] },
})
