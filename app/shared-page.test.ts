import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isAnonymous, sharedAnswer, withoutNonce } from './shared-page.server.ts'

const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`

describe('a page that many share', () => {
  test('lets its own inline scripts run by what they say, and loses the nonce', () => {
    const own = 'window.context = "</p>"'
    const { html, hashes } = withoutNonce(
      `<script nonce="abc+/=">${own}</script><script type="module" src="/a.js" nonce="abc+/="></script>`,
      'abc+/=',
    )
    expect(html).toBe(`<script>${own}</script><script type="module" src="/a.js"></script>`)
    expect(hashes).toEqual([hashOf(own)])
  })

  test('lets none run that somebody wrote into it, as they couldn’t know the nonce', () => {
    const { hashes } = withoutNonce(
      '<script>evil()</script><script nonce="guess">evil()</script><script nonce="abc">good()</script>',
      'abc',
    )
    expect(hashes).toEqual([hashOf('good()')])
  })

  test('is not sent again to a cache that has it, and is where it has changed', async () => {
    const shared = { freshFor: 60, staleFor: 240 }
    const ask = (html: string, known?: string) =>
      sharedAnswer(
        new Request('http://localhost/', { headers: known ? { 'If-None-Match': `"other", ${known}` } : {} }),
        html,
        new Headers(),
        shared,
      )
    const etag = ask('one').headers.get('ETag') ?? ''
    const again = ask('one', etag)
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag])
    expect([ask('two', etag).status, await ask('two', etag).text()]).toEqual([200, 'two'])
  })

  test.each([
    ['a request that says nothing of who it is', 'GET', {}, true],
    ['one with any cookie at all', 'GET', { Cookie: 'theme=dark' }, false],
    ['one that shows who it is otherwise', 'GET', { Authorization: 'Basic x' }, false],
    ['one that changes something', 'POST', {}, false],
  ])('is for %s: %s, %o', (_what, method, headers, is) => {
    expect(isAnonymous(new Request('http://localhost/', { method, headers }))).toBe(is)
  })
})
