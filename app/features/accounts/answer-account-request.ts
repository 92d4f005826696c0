import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import {
  mailOfEmailChangeAsked,
  mailOfSignUpTaken,
  mailToChangeEmail,
  mailToReset,
  mailToSignIn,
  mailToVerify,
} from './account-mails.ts'
import { hashOfToken, newCode, newToken } from './secret-token.ts'

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string }
type Asked = { id: string; email: string; userId: string | null; passwordHash: string | null }

const purpose = 'sign-in code'
/** The request's id is part of it, so that equal codes don't look equal. */
const digestOfCode = (sealer: Sealer, requestId: string, code: string) =>
  sealer.digest(purpose, `${requestId} ${code}`)
export const digestsOfCode = (sealer: Sealer, requestId: string, code: string) =>
  sealer.digests(purpose, `${requestId} ${code}`)

/**
 * Writes to whom a request is about, with the secret that grants it; for nobody it writes nothing. The secrets are made
 * here, after the page has answered, and only their hashes are kept. Done again it does nothing.
 */
export async function answerAccountRequest(
  { prisma, sealer, appUrl }: Dependencies,
  requestId: string,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id from account_requests where id = ${requestId}::uuid for update`
    const request = await tx.accountRequest.findUnique({ where: { id: requestId } })
    if (!request || request.email === null || request.tokenHash !== null || request.usedAt !== null) return
    if (request.expiresAt <= new Date()) return
    const asked = { ...request, email: request.email }
    const answers: Record<string, (tx: Tx, asked: Asked, context: Dependencies) => Promise<void>> = {
      'sign-up': answerSignUp,
      reset: answerReset,
      'sign-in': answerSignIn,
      'change-email': answerChangeOfEmail,
    }
    await answers[request.purpose]?.(tx, asked, { prisma, sealer, appUrl })
  })
}

const personOf = (tx: Tx, email: string) => tx.user.findUnique({ where: { email } })

async function answerSignUp(tx: Tx, { id, email }: Asked, { sealer, appUrl }: Dependencies) {
  if (await personOf(tx, email)) {
    await tx.accountRequest.update({ where: { id }, data: { usedAt: new Date(), passwordHash: null } })
    return queueMail(tx, sealer, { to: email, ...mailOfSignUpTaken(appUrl) })
  }
  const token = await giveToken(tx, id, {})
  await queueMail(tx, sealer, { to: email, ...mailToVerify(appUrl, token) })
}

async function answerReset(tx: Tx, { id, email }: Asked, { sealer, appUrl }: Dependencies) {
  const person = await personOf(tx, email)
  if (!person || person.disabledAt) return
  const token = await giveToken(tx, id, { userId: person.id })
  await queueMail(tx, sealer, { to: email, ...mailToReset(appUrl, token) })
}

async function answerSignIn(tx: Tx, { id, email }: Asked, { sealer, appUrl }: Dependencies) {
  const person = await personOf(tx, email)
  if (!person || person.disabledAt) return
  const code = newCode()
  const token = await giveToken(tx, id, { userId: person.id, codeHash: digestOfCode(sealer, id, code) })
  await queueMail(tx, sealer, { to: email, ...mailToSignIn(appUrl, token, code) })
}

/** The old address hears of it whatever comes of it; the new one only where nobody has it. */
async function answerChangeOfEmail(tx: Tx, { id, email, userId }: Asked, { sealer, appUrl }: Dependencies) {
  const person = userId === null ? null : await tx.user.findUnique({ where: { id: userId } })
  if (!person?.email || person.disabledAt) return
  await queueMail(tx, sealer, { to: person.email, ...mailOfEmailChangeAsked(appUrl, email) })
  const token = await giveToken(tx, id, {})
  if (await personOf(tx, email)) return
  await queueMail(tx, sealer, { to: email, ...mailToChangeEmail(appUrl, token) })
}

async function giveToken(tx: Tx, id: string, found: { userId?: string; codeHash?: string }): Promise<string> {
  const token = newToken()
  await tx.accountRequest.update({ where: { id }, data: { ...found, tokenHash: hashOfToken(token) } })
  return token
}
