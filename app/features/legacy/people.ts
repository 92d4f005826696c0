import { createHash } from 'node:crypto'
import { emailSchema } from '#app/features/accounts/email.ts'
import { takeOverAccount } from '#app/features/accounts/make-account.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { field, type LegacyValue, lineSchema, Skipped, timeSchema } from './record.ts'

const emailNames = ['email', 'user_email', 'userEmail', 'mail', 'email_address']
const anEmail = lineSchema.pipe(emailSchema)

export const keyHash = (key: string) => createHash('sha256').update(key).digest('hex')

/** The address that a record names; undefined for none. Throws Skipped where what it names is none. */
export function emailIn(content: unknown): string | undefined {
  const email = field(content, emailNames, anEmail)
  if (email === undefined && field(content, emailNames, lineSchema) !== undefined)
    throw new Skipped('bad-address')
  return email
}

/**
 * Makes an account of a record of `user_sessions:ID`. Its sessions end: they were proven to another program, their tokens lay
 * readable in Redis, and who holds one is not known. Throws Skipped where no address is named, since nobody could come in.
 */
export async function takeOverPerson(tx: Tx, id: string, { content }: LegacyValue): Promise<string> {
  const sessions = Array.isArray(content) ? content : [content]
  const named = sessions.find((session) => emailIn(session) !== undefined)
  const email = named === undefined ? anEmail.safeParse(id).data : emailIn(named)
  if (email === undefined) throw new Skipped('no-address')
  const name = field(named, ['name', 'display_name', 'displayName', 'full_name', 'username'], lineSchema)
  const createdAt = field(named, ['created_at', 'createdAt', 'registered_at'], timeSchema)
  const { userId } = await takeOverAccount(tx, {
    email,
    name: (name ?? email.slice(0, email.indexOf('@'))).slice(0, 80),
    createdAt: createdAt && createdAt < new Date() ? createdAt : undefined,
  })
  return userId
}

/** The account that the earlier Threadr's number of a person became; null where it became none. */
export async function personOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.legacyKey.findUnique({ where: { keyHash: keyHash(`user_sessions:${id}`) } })
  return row?.userId ?? null
}
