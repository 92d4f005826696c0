import { afterAll, beforeAll } from 'vitest'
import type { ProviderName } from '#app/platform/sign-in-providers.ts'
import { action as setOutAction } from '#app/routes/sign-in_.$provider.ts'
import { loader as callbackLoader } from '#app/routes/sign-in_.$provider_.callback.ts'
import type { FakePerson } from '#tests/fakes/sign-in/codes.ts'
import { type FakeProvider, startFakeProvider } from '#tests/fakes/sign-in/server.ts'
import { accountWorld, type TestBrowser, whereTo } from './account-world.ts'
import type { TestDatabase } from './test-database.ts'

let people = 0

/** People who have accounts at GitHub and Google too, both of which are the one fake. */
export function providerWorld(database: TestDatabase) {
  let fake: FakeProvider
  beforeAll(async () => {
    fake = await startFakeProvider()
  })
  afterAll(() => fake.close())

  /** What a Threadr has to be set to for people to sign in through both. */
  const variables = () => ({
    GITHUB_CLIENT_ID: fake.clientId,
    GITHUB_CLIENT_SECRET: fake.clientSecret,
    GITHUB_BASE_URL: fake.url,
    GOOGLE_CLIENT_ID: fake.clientId,
    GOOGLE_CLIENT_SECRET: fake.clientSecret,
    GOOGLE_BASE_URL: fake.url,
  })

  const world = accountWorld(database, variables)

  /** Makes somebody new the one who is signed in at the provider. */
  function somebody(known: Partial<FakePerson> = {}): FakePerson {
    people += 1
    fake.person = { id: 1000 + people, email: `known${people}@example.com`, verified: true, ...known }
    fake.allows = true
    return fake.person
  }

  /** Sends a browser's form that begins the way, and gives the provider's page that it leads to. */
  const setOut = async (browser: TestBrowser, provider: ProviderName, form: Record<string, string> = {}) =>
    whereTo(
      await browser.request(setOutAction, `/sign-in/${provider}`, {
        params: { provider },
        form: { ...form },
      }),
    )

  /** Has the provider's page answered, and gives the address that it sends the browser back to. */
  const allow = async (page: string) => whereTo(await fetch(page, { redirect: 'manual' }))

  /** Comes back with what the provider gave, and gives where that leads. */
  const comeBack = async (browser: TestBrowser, provider: ProviderName, address: string) =>
    whereTo(await browser.request(callbackLoader, address, { params: { provider } }))

  /** All of the way there and back. */
  const go = async (browser: TestBrowser, provider: ProviderName, form: Record<string, string> = {}) =>
    comeBack(browser, provider, await allow(await setOut(browser, provider, form)))

  return {
    ...world,
    fake: () => fake,
    somebody,
    setOut,
    allow,
    comeBack,
    go,
  }
}
