import { hashNewPassword } from '#app/features/accounts/password.ts'
import type { RunningService } from '#tests/setup/running-service.ts'

export const credentials = { email: 'ada@example.com', password: 'seven bridges at dusk' }

/** Adds the person of the credentials to a service's database. Gives the hash that is kept. */
export async function addPerson({ pool }: Pick<RunningService, 'pool'>): Promise<string> {
  const kept = await hashNewPassword(credentials.password, credentials)
  await pool.query(
    `insert into users (id, email, name, password_hash) values (gen_random_uuid(), $1, 'Ada', $2)`,
    [credentials.email, kept],
  )
  return kept
}

/** Signs that person in, in a browser with this cookie. Gives the cookies that it has then. */
export async function signInAs(address: string, cookie: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ intent: 'password', ...credentials }),
    redirect: 'manual',
  })
  await answer.text()
  if (answer.status !== 302) throw new Error(`a sign-in was answered with ${answer.status}`)
  const set = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0])
  return [cookie, ...set].join('; ')
}
