import { createElement as h, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '#app/features/segmentation/direction.ts'
import type { ExportedThread } from './exported-thread.ts'

/** Nothing is fetched by the file: it looks right where it is opened, years from now. */
const style = `
:root{color-scheme:light}
body{margin:0 auto;max-width:36rem;padding:3rem 1.25rem;color:#211c17;background:#fffdf9;font:17px/1.55 Georgia,'Times New Roman',serif}
h1{font-size:1.9rem;line-height:1.2;font-weight:500;margin:0 0 .5rem;overflow-wrap:anywhere}
.from{margin:0 0 2.5rem;color:#635a50;font:.875rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
a{color:#bf3718}
ol{list-style:none;margin:0;padding:0 0 0 1.5rem;border-inline-start:2px solid #d4472a}
li{margin:0 0 1.75rem;white-space:pre-line;overflow-wrap:anywhere;break-inside:avoid}
li:last-child{margin:0}
@media print{@page{margin:18mm}body{max-width:none;padding:0;background:none;font-size:11pt}a{color:inherit}}
`.replaceAll('\n', '')

function Page({ thread: { title, language, source, tweets } }: { thread: ExportedThread }): ReactElement {
  const from = source.url && h('a', { href: source.url, rel: 'noopener nofollow ugc' }, source.url)
  return h(
    'html',
    { lang: language ?? undefined, dir: directionOf(language) },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', null, title),
      h('style', null, style),
    ),
    h(
      'body',
      null,
      h('h1', { dir: 'auto' }, title),
      from && h('p', { className: 'from' }, source.title === null ? null : `${source.title} `, from),
      h('ol', null, ...tweets.map(({ text }) => h('li', { dir: 'auto' }, text))),
    ),
  )
}

/** A page by itself, to be kept or printed; no tweet is torn between two sheets. */
export const asHtml = (thread: ExportedThread): string =>
  `<!doctype html>\n${renderToStaticMarkup(h(Page, { thread }))}\n`
