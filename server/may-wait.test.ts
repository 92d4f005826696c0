import { expect, it } from 'vitest'
import { mayWait } from './may-wait.ts'

const visitor = { cookie: 'theme=dark; visitor-0a1b2c3d=abc' }
const person = { cookie: '__Host-session=abc' }
const key = { authorization: 'Bearer abc' }

it.each([
  ['GET', '/', {}, 'new'],
  ['GET', '/_root.data', {}, 'new'],
  ['GET', '/pricing', { cookie: 'theme=dark' }, 'new'],
  ['GET', '/s/abc', {}, 'new'],
  ['GET', '/api/v1/threads', {}, 'new'],
  ['POST', '/?index', person, 'dear'],
  ['POST', '/_root.data?index', visitor, 'dear'],
  ['POST', '/api/v1/threads', key, 'dear'],
  ['GET', '/threads?q=bridge', person, 'dear'],
  ['GET', '/palette.data?q=bridge', person, 'dear'],
  ['GET', '/threads/1/cards.zip', person, 'dear'],
  ['GET', '/', visitor, null],
  ['GET', '/threads', person, null],
  ['GET', '/threads?q=', person, null],
  ['GET', '/threads/1.data', person, null],
  ['GET', '/api/v1/threads', key, null],
  ['GET', '/sign-in', {}, null],
  ['POST', '/sign-in.data', {}, null],
  ['GET', '/sign-in/google/callback?code=1', {}, null],
  ['POST', '/webhooks/stripe', {}, null],
  ['POST', '/mail?u=1', {}, null],
  ['GET', '/status', {}, null],
  ['GET', '/threads/1/progress?since=2', {}, null],
  ['POST', '/threads/1/document', visitor, null],
  ['GET', '/api/v1/threads/1/progress', {}, null],
])('%s %s of %o: %s', (method, originalUrl, headers, why) => {
  const isForPrograms = originalUrl.startsWith('/api/v1/')
  expect(mayWait({ method, originalUrl, headers }, { isForPrograms })).toBe(why)
})
