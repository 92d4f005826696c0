import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashNewPassword } from '#app/features/accounts/password.ts'
import { sessionCookieOf } from '#app/features/accounts/session-cookie.server.ts'
import { type PersonRole, people } from './roles.ts'

/** What each of them signs in with. */
export const passwordOfAll = 'seven bridges at dusk'

export type Person = {
  id: string
  email: string
  sessionId: string
  cookie: string
  /** Undoes what they, or who may, have done to their account: they can come in again. */
  restore(): Promise<void>
}

/** People with a session each, written straight into the database of a service that has this secret. */
export async function createPeople(
  pool: pg.Pool,
  sessionSecret: string,
): Promise<Record<PersonRole, Person>> {
  const passwordHash = await hashNewPassword(passwordOfAll, { email: '' })
  const made = await Promise.all(
    people.map(
      async (role) => [role, await createPerson(pool, { role, passwordHash, sessionSecret })] as const,
    ),
  )
  return Object.fromEntries(made) as Record<PersonRole, Person>
}

/** Has somebody decide about an account, anew where that has been done. */
async function putIntoReview(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query(
    `with latest as (select kind from risk_entries where user_id = $1 order by id desc limit 1)
     insert into risk_entries (user_id, kind, score, reasons)
     select $1, 'disposable-address', 50, array['Its address is of a provider of mailboxes to be thrown away.']
     where not exists (select 1 from latest where kind = 'disposable-address')`,
    [userId],
  )
  await pool.query('update users set limited_at = now() where id = $1 and limited_at is null', [userId])
}

async function createPerson(
  pool: pg.Pool,
  { role, passwordHash, sessionSecret }: { role: PersonRole; passwordHash: string; sessionSecret: string },
): Promise<Person> {
  const [id, sessionId, email] = [randomUUID(), randomUUID(), `${role}@example.com`]
  const staffRole = role === 'support' || role === 'admin' ? role : 'user'
  const token = randomBytes(32).toString('base64url')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const setCookie = await sessionCookieOf({ mode: 'local', sessionSecret }, token)
  await pool.query(
    'insert into users (id, email, name, password_hash, role) values ($1, $2, $3, $4, $5::user_role)',
    [id, email, role, passwordHash, staffRole],
  )
  const restore = async () => {
    await pool.query(
      `update users set disabled_at = null, password_hash = $2, role = $3::user_role
       where id = $1 and (disabled_at is not null or password_hash <> $2 or role <> $3::user_role)`,
      [id, passwordHash, staffRole],
    )
    if (role === 'person') await putIntoReview(pool, id)
    await pool.query('update seeings set ended_at = now() where admin_id = $1 and ended_at is null', [id])
    await pool.query(
      `insert into sessions (id, user_id, token_hash, user_agent, network) values ($1, $2, $3, '', '')
       on conflict do nothing`,
      [sessionId, id, tokenHash],
    )
  }
  await restore()
  return { id, email, sessionId, cookie: setCookie.split(';', 1)[0] ?? '', restore }
}
