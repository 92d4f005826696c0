import { AppError } from '#app/platform/errors.ts'
import { decodeText } from './decode.ts'
import { fileKind } from './file-kind.ts'
import { countWords, fewestWords } from './parse-input.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import type { Snapshot } from './snapshot.ts'

/** What is needed of the one door for outbound page requests. */
export type FetchPage = (
  url: string,
  options?: { signal?: AbortSignal },
) => Promise<{
  url: string
  status: number
  contentType: string | null
  charset: string | null
  body: Uint8Array
  headers: Readonly<Record<string, string>>
}>

function fail(code: string, message: string, status: number, retryable = false): AppError {
  return new AppError(code, message, { status, retryable, field: 'source', level: 'warn' })
}

/** What a status that brings no page means to the person; null for success. */
function refusalOf(status: number): AppError | null {
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410)
    return fail(
      'page-not-found',
      `The page answered ${status}: it isn't there. Check the address, or paste the text instead.`,
      422,
    )
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return fail(
      'page-refused',
      `The page answered ${status}: it doesn't let Threadr in. Open it in your browser and paste the text instead.`,
      422,
    )
  if (status === 429)
    return fail(
      'page-busy',
      'The page answered 429: it gets too many requests just now. Try again in a few minutes, or paste the text instead.',
      503,
      true,
    )
  if (status >= 500)
    return fail(
      'page-failing',
      `The page answered ${status}: the site has a problem of its own. Try again later, or paste the text instead.`,
      502,
      true,
    )
  return fail(
    'page-error',
    `The page answered ${status} instead of an article. Check the address in a browser, or paste the text instead.`,
    422,
    status === 408 || status === 425,
  )
}

const kindNames: Readonly<Record<string, string>> = {
  pdf: 'a PDF',
  zip: 'a ZIP archive or an office document',
  image: 'an image',
  'audio or video': 'audio or video',
  xml: 'a feed or other XML',
  binary: 'a file without readable text',
}

function unsupported(what: string): AppError {
  return fail(
    'unsupported-page',
    `This address holds ${what}, which Threadr doesn't read. Use the address of an article, or paste its text instead.`,
    422,
  )
}

function refuseType(type: string) {
  if (type === 'application/pdf') throw unsupported('a PDF')
  if (type.startsWith('image/')) throw unsupported('an image')
  if (type.startsWith('video/')) throw unsupported('a video')
  if (type.startsWith('audio/')) throw unsupported('a sound file')
  if (/^application\/(?:json|(?:.*\+)json|javascript|zip|x-.*|vnd\..*|epub\+zip|msword)$/.test(type))
    throw unsupported(`a file of the type ${type.slice(0, 80)}`)
}

function read(text: string, type: string, html: boolean, url: string): Snapshot {
  if (html) return readHtml({ html: text, url })
  const snapshot =
    type === 'text/markdown' || /\.(?:md|markdown)$/i.test(new URL(url).pathname)
      ? readMarkdown(text)
      : readText(text)
  return { ...snapshot, url }
}

/**
 * Fetches an address through the one door and reads what is there. Beside the door's own errors and those of readHtml it
 * throws AppErrors for the field `source`: `page-not-found`, `page-refused`, `page-busy`, `page-failing`, `page-error`,
 * `unsupported-page`, and `no-article` where fewer than 25 words are found. Errors that may pass are retryable.
 */
export async function readUrl(
  url: string,
  deps: { fetchPage: FetchPage; signal?: AbortSignal },
): Promise<Snapshot> {
  const page = await deps.fetchPage(url, deps.signal ? { signal: deps.signal } : {})
  const refusal = refusalOf(page.status)
  if (refusal) throw refusal
  const type = page.contentType ?? ''
  refuseType(type)
  const kind = fileKind(page.body)
  if (kind !== 'text' && kind !== 'html' && !(kind === 'xml' && type === 'application/xhtml+xml'))
    throw unsupported(kindNames[kind] ?? kind)
  const text = decodeText(page.body, page.charset)
  const html =
    type === 'text/html' ||
    type === 'application/xhtml+xml' ||
    (kind === 'html' && type !== 'text/plain' && type !== 'text/markdown')
  const snapshot = read(text, type, html, page.url)
  if (countWords(snapshot.text, fewestWords) < fewestWords) {
    throw fail(
      'no-article',
      'No article was found on this page: it has next to no text, or shows it only to people who sign in. Paste the text instead.',
      422,
    )
  }
  return snapshot
}
