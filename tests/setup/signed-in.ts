import { hashNewPassword } from '#app/features/accounts/password.ts'
import type { Role } from '#app/features/accounts/permissions.ts'
import type { RunningService } from './running-service.ts'

export const credentials = { email: 'ada@example.com', password: 'seven bridges at dusk' }

/** Adds a person to a service's database, that of the credentials where none is said. Gives the hash that is kept. */
export async function addPerson(
  { pool }: Pick<RunningService, 'pool'>,
  { email, password, role = 'user' }: { email: string; password: string; role?: Role } = credentials,
): Promise<string> {
  const kept = await hashNewPassword(password, { email })
  await pool.query(
    `insert into users (id, email, name, password_hash, role) values (gen_random_uuid(), $1, 'Ada', $2, $3::user_role)`,
    [email, kept, role],
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
