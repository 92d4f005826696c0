import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProviderKeys } from '#app/platform/provider-settings.ts'
import { type FakeProvider, startFakeProvider } from '#tests/fakes/sign-in/server.ts'
import { authorizeUrl } from './authorize-url.ts'
import { providerOrigins } from './endpoints.ts'
import { identityOf } from './identity.ts'

let fake: FakeProvider
let keys: ProviderKeys
beforeAll(async () => {
  fake = await startFakeProvider()
  keys = { clientId: fake.clientId, clientSecret: fake.clientSecret, baseUrl: fake.url }
})
afterAll(() => fake.close())

const redirectUri = 'https://threadr.example/back'
const [state, verifier] = ['s'.repeat(43), 'v'.repeat(43)]

async function codeOf(provider: 'github' | 'google'): Promise<string> {
  const page = authorizeUrl(provider, keys, { state, verifier, redirectUri })
  const answer = await fetch(page, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
}
const ask = async (provider: 'github' | 'google', more: { timeoutMs?: number; verifier?: string } = {}) =>
  identityOf(provider, keys, { code: await codeOf(provider), verifier, redirectUri, ...more })

describe('who a provider says somebody is', () => {
  test('GitHub: their number and their main address, where it is proven, and never the one that they show', async () => {
    fake.person = { id: 583231, email: 'octo@example.com', verified: true }
    expect(await ask('github')).toEqual({
      provider: 'github',
      subject: '583231',
      email: 'octo@example.com',
      runsMailbox: false,
    })
    fake.person = { ...fake.person, verified: false }
    expect(await ask('github')).toMatchObject({ email: null })
  })

  test.each([
    ['ada@gmail.com', undefined, true, { email: 'ada@gmail.com', runsMailbox: true }],
    ['ada@example.com', 'example.com', true, { email: 'ada@example.com', runsMailbox: true }],
    ['ada@example.com', undefined, true, { email: 'ada@example.com', runsMailbox: false }],
    ['ada@gmail.com.evil.example', undefined, true, { runsMailbox: false }],
    ['ada@gmail.com', undefined, false, { email: null, runsMailbox: false }],
    ['ada@example.com', 'example.com', false, { email: null, runsMailbox: false }],
  ])(
    'Google: of %s (domain %s, proven: %s) it knows what it runs itself',
    async (email, hd, verified, known) => {
      fake.person = { id: 77, email, verified, ...(hd !== undefined && { hd }) }
      expect(await ask('google')).toMatchObject({ provider: 'google', subject: '77', ...known })
    },
  )

  test.each([
    ['github', '/login/oauth/access_token'],
    ['github', '/user/emails'],
    ['google', '/v1/userinfo'],
  ] as const)('%s: is given up where %s doesn’t answer in time', async (provider, path) => {
    fake.fail(path, { kind: 'hang' })
    await expect(ask(provider, { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'provider-unavailable',
      status: 502,
      message: expect.stringMatching(/doesn’t answer as it should at the moment/),
    })
  })

  test.each(['github', 'google'] as const)(
    '%s: takes no code without what it was asked for with',
    async (provider) => {
      const refused = { code: 'provider-refused', status: 422 }
      await expect(ask(provider, { verifier: 'w'.repeat(43) })).rejects.toMatchObject(refused)
      const code = await codeOf(provider)
      await identityOf(provider, keys, { code, verifier, redirectUri })
      await expect(identityOf(provider, keys, { code, verifier, redirectUri })).rejects.toMatchObject(refused)
      const other = { code: await codeOf(provider), verifier, redirectUri: 'https://evil.example/back' }
      await expect(identityOf(provider, keys, other)).rejects.toMatchObject(refused)
    },
  )
})

test('forms may lead to the providers whose keys are set, and to no other', () => {
  const own = { clientId: 'a', clientSecret: 'b', baseUrl: undefined }
  expect(providerOrigins({ github: own, google: null })).toEqual(['https://github.com'])
  expect(providerOrigins({ github: null, google: own })).toEqual(['https://accounts.google.com'])
})
