import type { ServerResponse } from 'node:http'
import { type Html, html } from './html.ts'

export type Page = {
  status: number
  title: string
  content: Html
  /** Where its forms may lead in the end, besides the stand-in itself. */
  leadsTo: (string | null)[]
}

/** Sends a page: no script, no frame, and marked as what it is. */
export function sendPage(response: ServerResponse, page: Page): void {
  const origins = page.leadsTo.flatMap((address) => URL.parse(address ?? '')?.origin ?? [])
  const formAction = ["'self'", ...new Set(origins)].join(' ')
  response.writeHead(page.status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · test payments</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header class="mark">Test stand-in for Stripe: no money moves, and no card number is asked for.</header>
<main>
${page.content}
</main>
</body>
</html>
`
  response.end(document.markup)
}

/** A page that says one thing. */
export const sentencePage = (status: number, title: string, sentence: string): Page => ({
  status,
  title,
  content: html`<h1>${title}</h1><p>${sentence}</p>`,
  leadsTo: [],
})

/** Leads on after a form, to be asked for with GET. */
export function leadTo(response: ServerResponse, address: string): void {
  response.writeHead(303, { location: address, 'cache-control': 'no-store' }).end()
}
