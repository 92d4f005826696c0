import { createServer, request } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyLimit } from './body-limit.ts'

let reached = 0
const app = express()
app.use(bodyLimit)
app.use((sent, response) => {
  reached += 1
  sent.resume().on('end', () => response.send('reached'))
})
const server = createServer(app)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The status of the answer to so many bytes, sent with their length, without it, or claimed and never sent. */
const send = (path: string, bytes: number, how: 'with its length' | 'in chunks' | 'claimed') =>
  new Promise<number>((resolve, reject) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const { port } = address
    const headers = how === 'in chunks' ? {} : { 'Content-Length': bytes }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
      sent.destroy()
    })
    sent.on('error', reject)
    if (how === 'claimed') return sent.flushHeaders()
    const piece = Buffer.alloc(64 * 1024, 'x')
    for (let left = bytes; left > 0; left -= piece.length) sent.write(piece.subarray(0, left))
    sent.end()
  })

test.each([
  ['/webhooks/stripe', 2_000_000, 'claimed', 400],
  ['/webhooks/stripe', 400_000, 'in chunks', 400],
  ['/', 13 * 1024 * 1024, 'claimed', 413],
  ['/', 100, 'in chunks', 411],
] as const)(
  'a request to %s of %i bytes, %s, is refused with %i before anything looks at it',
  async (...given) => {
    const [path, bytes, how, status] = given
    const before = reached
    expect(await send(path, bytes, how)).toBe(status)
    expect(reached).toBe(before)
  },
)

test('an event of a usual size is let through', async () => {
  expect(await send('/webhooks/stripe', 20_000, 'with its length')).toBe(200)
})
