import { expect, test } from 'vitest'
import { createConnector, type Lookup } from './connect.ts'

const target = { protocol: 'http:', port: '80' }
const connectTo = (lookup: Lookup, hostname: string) =>
  new Promise<Error | null>((resolve) => {
    createConnector({ allowLocalAddresses: false, lookup, timeoutMs: 1_000 })(
      { ...target, hostname, host: hostname },
      (error, socket) => {
        socket?.destroy()
        resolve(error)
      },
    )
  })

test('a literal address is checked though it never reaches the look-up', async () => {
  let asked = false
  const lookup: Lookup = (_name, _options, answer) => {
    asked = true
    answer(null, [])
  }
  expect(await connectTo(lookup, '127.0.0.1')).toMatchObject({ code: 'address-not-public' })
  expect(await connectTo(lookup, '[::1]')).toMatchObject({ code: 'address-not-public' })
  expect(asked).toBe(false)
})

test('each connection looks its name up anew and checks the answer, so a second answer gains nothing', async () => {
  const answers = ['10.0.0.1', '127.0.0.1', '::1']
  const seen: string[] = []
  const lookup: Lookup = (_name, _options, answer) => {
    const address = answers[seen.length]!
    seen.push(address)
    answer(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }
  for (const _ of answers) {
    expect(await connectTo(lookup, 'rebind.example.org')).toMatchObject({ code: 'address-not-public' })
  }
  expect(seen).toEqual(answers)
})

test('a name without any address is one that is not found', async () => {
  expect(await connectTo((_name, _options, answer) => answer(null, []), 'empty.example.org')).toMatchObject({
    code: 'ENOTFOUND',
  })
})
