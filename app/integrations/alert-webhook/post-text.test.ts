import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeChat, startFakeChat } from '#tests/fakes/chat-webhook.ts'
import { createPostText } from './post-text.ts'

let chat: FakeChat
beforeEach(async () => {
  chat = await startFakeChat()
})
afterEach(() => chat.close())

const post = (given: { url?: string; allowLocalAddresses?: boolean; timeoutMs?: number } = {}) =>
  createPostText({ url: chat.url, allowLocalAddresses: true, ...given })(
    'Critical: “it” & <that>',
    new AbortController().signal,
  )

describe('a post to a chat', () => {
  test('is taken as what Slack takes', async () => {
    expect(await post()).toEqual({ kind: 'taken' })
    expect(chat.taken).toEqual(['Critical: “it” & <that>'])
  })

  test.each([
    [500, 'failed'],
    [429, 'failed'],
    [404, 'refused'],
    [410, 'refused'],
  ] as const)('that is answered with %i has %s', async (status, kind) => {
    chat.behave(() => ({ kind: 'answer', status }))
    expect(await post()).toEqual({ kind, reason: `it answered ${status}` })
  })

  test('follows no redirect, wherever it leads', async () => {
    const elsewhere = await startFakeChat()
    for (const status of [301, 302, 307, 308]) {
      chat.behave(() => ({ kind: 'answer', status, location: elsewhere.url }))
      expect(await post()).toEqual({ kind: 'refused', reason: `it leads elsewhere (${status})` })
    }
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })

  test('waits for an answer no longer than it may', async () => {
    chat.behave(() => ({ kind: 'silent' }))
    expect(await post({ timeoutMs: 100 })).toEqual({ kind: 'failed', reason: 'no answer came in time' })
  })

  test('reads nothing of an answer that never ends', async () => {
    chat.behave(() => ({ kind: 'endless' }))
    expect(await post()).toEqual({ kind: 'taken' })
  })

  test('goes to nobody within one’s own network, unless that is allowed', async () => {
    for (const url of [chat.url, 'http://localhost/x', 'http://169.254.169.254/x', 'http://[::1]/x'])
      expect(await post({ url, allowLocalAddresses: false })).toMatchObject({ kind: 'failed' })
    expect(chat.requests).toEqual([])
  })

  test('names its address in no reason', async () => {
    const outcome = await post({ url: 'http://127.0.0.1:1/services/a-secret' })
    expect(outcome).toEqual({ kind: 'failed', reason: 'ECONNREFUSED' })
  })
})
