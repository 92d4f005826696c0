import { describe, expect, test } from 'vitest'
import { snapshotFrom } from './html-fixture.ts'
import { readDocument } from './read-document.ts'
import { type FetchPage, readUrl } from './read-url.ts'

type Page = Awaited<ReturnType<FetchPage>>
const prose =
  'The harbour freezes in most winters, and the ferry then lies at its berth until March. '.repeat(6)

/** The door's answer to any address. */
function answering(page: Partial<Omit<Page, 'body'>> & { body?: string | Uint8Array }): {
  fetchPage: FetchPage
} {
  return {
    fetchPage: async (url) => ({
      url,
      status: 200,
      contentType: 'text/html',
      charset: null,
      headers: {},
      ...page,
      body:
        typeof page.body === 'string' ? new TextEncoder().encode(page.body) : (page.body ?? new Uint8Array()),
    }),
  }
}
const read = (page: Parameters<typeof answering>[0], url = 'https://example.com/ice') =>
  snapshotFrom(readUrl(url, { ...answering(page), readDocument }))

describe('a page behind an address', () => {
  test('is read as HTML, under the address it was found at', async () => {
    const snapshot = await read({
      url: 'https://example.com/final',
      body: `<title>Ice</title><article><p>${prose}</p></article>`,
    })
    expect(snapshot).toMatchObject({
      kind: 'html',
      url: 'https://example.com/final',
      title: 'Ice',
      text: prose.trim(),
      language: 'en',
    })
  })

  test('is read as Markdown or text where it is that', async () => {
    expect(await read({ contentType: 'text/markdown', body: `# Ice\n\n${prose}` })).toMatchObject({
      kind: 'markdown',
      title: 'Ice',
      url: 'https://example.com/ice',
    })
    expect((await read({ contentType: 'text/plain', body: prose }, 'https://example.com/a.md')).kind).toBe(
      'markdown',
    )
    expect((await read({ contentType: 'text/plain', body: `<p>${prose}` })).kind).toBe('text')
  })

  test('is told by its bytes where no type is sent', async () => {
    expect((await read({ contentType: null, body: `<!doctype html><p>${prose}` })).kind).toBe('html')
    expect((await read({ contentType: 'application/octet-stream', body: prose })).kind).toBe('text')
  })

  test('is decoded by the charset of its header', async () => {
    const body = Uint8Array.from(`<p>Caf\u00E9. ${prose}`, (letter) => letter.charCodeAt(0))
    expect((await read({ charset: 'iso-8859-1', body })).text).toContain('Café.')
  })

  test('hands the signal on to the door', async () => {
    const control = new AbortController()
    let given: AbortSignal | undefined
    const fetchPage: FetchPage = async (url, options) => {
      given = options?.signal
      return answering({ body: `<p>${prose}` }).fetchPage(url)
    }
    await readUrl('https://example.com/', { fetchPage, readDocument, signal: control.signal })
    expect(given).toBe(control.signal)
  })
})

describe('what is no article says so', () => {
  test.each([
    [404, 'page-not-found', false],
    [410, 'page-not-found', false],
    [401, 'page-refused', false],
    [403, 'page-refused', false],
    [451, 'page-refused', false],
    [429, 'page-busy', true],
    [500, 'page-failing', true],
    [503, 'page-failing', true],
    [418, 'page-error', false],
    [304, 'page-error', false],
  ])('status %i is %s', async (status, code, retryable) => {
    await expect(read({ status })).rejects.toMatchObject({
      code,
      retryable,
      field: 'source',
      message: expect.stringContaining(String(status)),
    })
  })

  test.each([
    ['application/zip', 'PK\u0003\u0004', 'a ZIP archive'],
    ['application/xml', '<?xml version="1.0"?><urlset></urlset>', 'XML that is no article'],
    ['image/png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'an image'],
    ['video/mp4', '0000ftypisom', 'audio or video'],
    ['application/json', '{}', 'a file of the type application/json'],
  ])('%s is not supported', async (contentType, body, what) => {
    await expect(read({ contentType, body })).rejects.toMatchObject({
      code: 'unsupported-document',
      message: expect.stringContaining(what),
    })
  })

  test('a PDF that calls itself a page is known by its bytes', async () => {
    await expect(read({ body: '%PDF-1.7' })).rejects.toMatchObject({ code: 'file-damaged' })
    await expect(
      read({ contentType: 'application/rss+xml', body: '<rss version="2.0"></rss>' }),
    ).rejects.toMatchObject({ code: 'empty-feed' })
  })

  test.each([
    ['', 'next to no text'],
    ['<html><body></body></html>', 'next to no text'],
    ['<div id="root"></div><noscript>Please enable JavaScript to run this app.</noscript>', 'by JavaScript'],
    ['<p>Sign in to read.</p>', 'only to people who sign in. Open it'],
    ['<p>We use cookies. Accept all or manage your preferences.</p>', 'request for consent'],
  ])('a page without text has no article, and it is said why: %j', async (body, why) => {
    await expect(read({ body })).rejects.toMatchObject({
      code: 'no-article',
      status: 422,
      message: expect.stringContaining(why),
    })
  })

  test('a short text is read by whoever asks for no more', async () => {
    const closed = answering({ body: '<p>Closed today.</p>' })
    const { text } = await snapshotFrom(
      readUrl('https://example.com/', { ...closed, readDocument, fewest: 2 }),
    )
    expect(text).toBe('Closed today.')
    await expect(readUrl('https://example.com/', { ...closed, readDocument, fewest: 3 })).rejects.toThrow()
  })

  test('what the door throws passes through', async () => {
    const gone = new Error('the door is shut')
    await expect(
      readUrl('https://example.com/', { readDocument, fetchPage: () => Promise.reject(gone) }),
    ).rejects.toBe(gone)
  })
})
