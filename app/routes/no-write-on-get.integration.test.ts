import { expect, test } from 'vitest'
import { accountWorld, type TestBrowser } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader as accountLoader } from './account._index/route.tsx'
import { loader as twoFactorLoader } from './account.two-factor/route.tsx'
import { action as forgotAction, loader as forgotLoader } from './forgot.tsx'
import { loader as outboxLoader } from './outbox.tsx'
import { loader as resetLoader } from './reset.tsx'
import { loader as signInLoader } from './sign-in.tsx'
import { loader as setOutLoader } from './sign-in_.$provider.ts'
import { loader as callbackLoader } from './sign-in_.$provider_.callback.ts'
import { action as codeAction, loader as codeLoader } from './sign-in_.code.tsx'
import { loader as linkLoader } from './sign-in_.link.tsx'
import { loader as secondLoader } from './sign-in_.two-factor.tsx'
import { loader as signOutLoader } from './sign-out.ts'
import { action as signUpAction, loader as signUpLoader } from './sign-up.tsx'
import { loader as verifyLoader } from './verify.tsx'

const database = cloneTestDatabase()
const world = accountWorld(database, () => ({ GITHUB_CLIENT_ID: 'one', GITHUB_CLIENT_SECRET: 'known' }))

/** Every row there is; that a session is used is the one thing that looking writes down. */
async function everything(): Promise<string> {
  const { pool } = database.owner
  const { rows: tables } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  )
  const contents = []
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select coalesce(jsonb_agg(t order by t::text), '[]') as rows from ${name} t`,
    )
    contents.push(`${name} ${JSON.stringify(rows[0].rows)}`)
  }
  return contents.join('\n').replaceAll(/"last_seen_at":"[^"]*"/g, '')
}

test('looking at the pages of accounts, with any link of a message, changes nothing', async () => {
  const { email, browser } = await world.signedIn()
  const send = (who: TestBrowser) => [
    who.request(forgotAction, '/forgot', { form: { intent: 'forgot', email } }),
    who.request(codeAction, '/sign-in/code', { form: { intent: 'address', email } }),
    who.request(signUpAction, '/sign-up', {
      form: { intent: 'sign-up', email: 'new@example.com', password: 'seven bridges at dusk' },
    }),
  ]
  await Promise.all(send(browser))
  const mails = [...(await world.mailsTo(email)), ...(await world.mailsTo('new@example.com'))]
  const tokens = mails.map(({ token }) => token).filter((token) => token !== '')
  expect(tokens).toHaveLength(3)
  const before = await everything()
  expect(before).toContain(email)
  for (const who of [browser, world.browser()])
    for (const token of tokens)
      for (const look of [
        () => who.request(resetLoader, `/reset?token=${token}`),
        () => who.request(verifyLoader, `/verify?token=${token}`),
        () => who.request(linkLoader, `/sign-in/link?token=${token}`),
        () => who.request(accountLoader, '/account'),
        () => who.request(twoFactorLoader, '/account/two-factor'),
        () => who.request(signInLoader, '/sign-in'),
        () => who.request(codeLoader, '/sign-in/code'),
        () => who.request(secondLoader, '/sign-in/two-factor?request=x'),
        () => who.request(signUpLoader, '/sign-up'),
        () => who.request(forgotLoader, '/forgot'),
        () => who.request(outboxLoader, '/outbox'),
        () => who.request(async () => signOutLoader(), '/sign-out'),
        () =>
          who.request(async (args) => setOutLoader(args), '/sign-in/github', {
            params: { provider: 'github' },
          }),
        // The one that may write, for who comes back from a way that began here; not for others.
        () =>
          who.request(callbackLoader, `/sign-in/github/callback?code=x&state=${token}`, {
            params: { provider: 'github' },
          }),
      ])
        await look().catch((thrown) => expect(thrown).toBeInstanceOf(Response))
  expect(await everything()).toBe(before)
})
