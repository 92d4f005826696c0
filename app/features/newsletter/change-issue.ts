import type { Doer } from '#app/features/administration/deed.ts'
import { doAs } from '#app/features/administration/do-as.ts'
import { recordDeedOn } from '#app/features/administration/record-deed.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { countAddressees } from './addressees.ts'
import { type IssueWords, keyOfIssue } from './issue.ts'

/** Who does something to which issue, as they saw it: version 0 is one that isn't written yet. */
export type IssueDoing = Doer & { issueId: string; version: number }

const conflict = (message: string) => new AppError('issue-changed', message, { status: 409 })

/** Why a draft of a version wasn't there to be changed. */
async function refusal(tx: Tx, issueId: string): Promise<AppError> {
  const present = await tx.newsletterIssue.findUnique({ where: { id: issueId }, select: { state: true } })
  if (!present) return new AppError('issue-not-found', 'This issue is not there any more.', { status: 404 })
  return present.state === 'draft'
    ? conflict(
        'Somebody else has changed this issue. Copy what you wrote, load the page again and put it in.',
      )
    : conflict('This issue was sent off meanwhile: what it says can’t be changed any more.')
}

/**
 * Keeps a draft. Sent twice, the second changes nothing. Throws `issue-changed` (409) where it isn't as its writer saw it.
 */
export async function saveIssue(
  prisma: Db,
  { by, issueId, version }: IssueDoing,
  words: IssueWords,
): Promise<void> {
  await doAs(prisma, by, 'mail.change', async (tx) => {
    if (version === 0) {
      const { count } = await tx.newsletterIssue.createMany({
        data: [{ id: issueId, ...words }],
        skipDuplicates: true,
      })
      if (count === 1) return
    }
    const { count } = await tx.newsletterIssue.updateMany({
      where: { id: issueId, version, state: 'draft' },
      data: { ...words, version: version + 1, changedAt: new Date() },
    })
    if (count === 1) return
    const twice = await tx.newsletterIssue.count({
      where: { id: issueId, version: version + 1, state: 'draft', ...words },
    })
    if (twice === 0) throw await refusal(tx, issueId)
  })
}

/** Deletes a draft. What was sent stays, since people have it. */
export async function deleteIssue(prisma: Db, doing: IssueDoing): Promise<void> {
  const { by, issueId, version } = doing
  await doAs(prisma, by, 'mail.change', async (tx) => {
    const { count } = await tx.newsletterIssue.deleteMany({ where: { id: issueId, version, state: 'draft' } })
    if (count === 0) throw await refusal(tx, issueId)
    await record(tx, doing, 'newsletter.deleted')
  })
}

/**
 * Sends a draft off, as its sender saw it: a job writes it to who wants news by then. Throws `nobody` (409) where nobody
 * does, `issue-changed` (409) where it isn't that draft any more, also for the second of two who send it.
 */
export async function sendIssue(prisma: Db, doing: IssueDoing): Promise<void> {
  const { by, issueId, version } = doing
  await doAs(prisma, by, 'mail.change', async (tx) => {
    const { count } = await tx.newsletterIssue.updateMany({
      where: { id: issueId, version, state: 'draft' },
      data: { state: 'sending', version: version + 1, begunAt: new Date() },
    })
    if (count === 0) throw await refusal(tx, issueId)
    const addressees = await countAddressees(tx)
    if (addressees === 0)
      throw new AppError('nobody', 'Nobody has asked for news yet, so there is nobody to send it to.', {
        status: 409,
      })
    await record(tx, doing, 'newsletter.sent', { addressees })
    await enqueue(tx, 'send_newsletter', {})
  })
}

/** Has no more messages of an issue written; those that wait to be handed over are taken back. Gives how many those were. */
export async function stopIssue(prisma: Db, doing: IssueDoing): Promise<number> {
  const { by, issueId } = doing
  return doAs(prisma, by, 'mail.change', async (tx) => {
    const [issue] = await tx.$queryRaw<{ state: string }[]>`
      select state from newsletter_issues where id = ${issueId}::uuid for no key update`
    const waiting = await tx.mail.deleteMany({
      where: { template: 'newsletter', key: { startsWith: keyOfIssue(issueId) }, state: 'waiting' },
    })
    if (issue?.state !== 'sending' && waiting.count === 0)
      throw conflict('This issue is not on its way any more.')
    await tx.newsletterIssue.update({
      where: { id: issueId },
      data: {
        state: 'stopped',
        endedAt: new Date(),
        version: { increment: 1 },
        written: { decrement: waiting.count },
      },
    })
    await record(tx, doing, 'newsletter.stopped', { takenBack: waiting.count })
    return waiting.count
  })
}

const record = (tx: Tx, doing: IssueDoing, action: string, data = {}) =>
  recordDeedOn(tx, doing, action, { kind: 'newsletter-issue', id: doing.issueId }, data)
