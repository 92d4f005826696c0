import type { Db, Tx } from '#app/platform/db.server.ts'
import { days, minutes } from '#app/platform/durations.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { hashOfToken } from './secret-token.ts'

/** What an emailed secret grants, and for how long. */
const lives = {
  'sign-up': days(1),
  'change-email': days(1),
  reset: minutes(10),
  'sign-in': minutes(10),
  'second-factor': minutes(10),
  provider: minutes(10),
}
type Purpose = keyof typeof lives

/** How often a code may be guessed before its request is done for. */
export const mostTries = 5

const expiryOf = (purpose: Purpose, now = new Date()) => new Date(now.getTime() + lives[purpose])

type MailRequest = {
  purpose: 'sign-up' | 'reset' | 'sign-in' | 'change-email'
  email: string
  visitorId: string
  /** Whose address is to change. */
  userId?: string
  passwordHash?: string
}

/**
 * Writes down that an address was given, with the job that looks whether somebody has an account with it and writes to
 * them. Does the same and takes as long for every address. Gives the request's id, which is no secret.
 */
export const requestMail = (db: Db, request: MailRequest): Promise<{ requestId: string }> =>
  db.$transaction((tx) => requestMailIn(tx, request))

/** The same in the caller's transaction, with what else has to be or not be along with it. */
export async function requestMailIn(tx: Tx, request: MailRequest): Promise<{ requestId: string }> {
  const data = { ...request, expiresAt: expiryOf(request.purpose) }
  const { id } = await tx.accountRequest.create({ data, select: { id: true } })
  await enqueue(tx, 'answer_account_request', { requestId: id })
  return { requestId: id }
}

/** Who has given the right password and now has to give their app's code, in the same browser. */
export async function requestSecondFactor(
  tx: Tx,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<{ requestId: string }> {
  const purpose = 'second-factor'
  const data = { purpose, userId, visitorId, expiresAt: expiryOf(purpose) }
  const { id } = await tx.accountRequest.create({ data, select: { id: true } })
  return { requestId: id }
}

/** Who goes to a provider to say who they are, and is to come back with this token, once. */
export async function requestProvider(
  db: Db,
  { token, visitorId, userId }: { token: string; visitorId: string; userId: string | null },
): Promise<void> {
  const purpose = 'provider'
  const data = { purpose, tokenHash: hashOfToken(token), visitorId, userId, expiresAt: expiryOf(purpose) }
  await db.accountRequest.create({ data })
}

/** Drops all that a person, or somebody in their name, has asked for and not used: what it was sent to may be theirs no more. */
export async function dropRequests(tx: Tx, userId: string): Promise<void> {
  await tx.accountRequest.deleteMany({ where: { userId } })
}

/** Deletes requests that are over for a day, 5,000 at most. Returns how many. */
export async function sweepRequests(db: Db, now = new Date()): Promise<number> {
  const old = await db.accountRequest.findMany({
    where: { expiresAt: { lt: new Date(now.getTime() - days(1)) } },
    select: { id: true },
    take: 5_000,
  })
  const { count } = await db.accountRequest.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } })
  return count
}
