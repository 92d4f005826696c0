import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ReadDocument, Reading } from './document.ts'
import { doubtSentence } from './doubt-sentence.ts'
import { fewestWords } from './parse-input.ts'
import type { Doubt } from './quality.ts'

/** What is needed of the one door for outbound page requests. */
export type FetchPage = (
  url: string,
  options?: { signal?: AbortSignal; fresh?: boolean },
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

function insteadOfArticle(doubt: Doubt | null): string {
  if (doubt !== null && doubt !== 'near-empty') return doubtSentence(doubt)
  return 'No article was found on this page: it has next to no text, or shows it only to people who sign in. Paste the text instead.'
}

/**
 * Fetches an address through the one door and reads what is there. Beside the door's own errors and those of the reader
 * it throws AppErrors for the field `source`: `page-not-found`, `page-refused`, `page-busy`, `page-failing`,
 * `page-error`, and `no-article` where fewer words than `fewest` are found (25 without it), which says what stands
 * before the article where that is known. Errors that may pass are retryable.
 */
export async function readUrl(
  url: string,
  deps: {
    fetchPage: FetchPage
    readDocument: ReadDocument
    signal?: AbortSignal
    /** Asks the site even where it was asked within the minute. */
    fresh?: boolean
    fewest?: number
  },
): Promise<Reading> {
  const page = await deps.fetchPage(url, {
    ...(deps.signal && { signal: deps.signal }),
    ...(deps.fresh && { fresh: true }),
  })
  const refusal = refusalOf(page.status)
  if (refusal) throw refusal
  const { body: bytes, url: found, contentType, charset } = page
  const reading = await deps.readDocument(
    { bytes, name: null, url: found, contentType, charset },
    { signal: deps.signal },
  )
  const { fewest = fewestWords } = deps
  if (reading.type === 'snapshot' && countWords(reading.snapshot.text, fewest) < fewest)
    throw fail('no-article', insteadOfArticle(reading.snapshot.quality.doubt), 422)
  return reading
}
