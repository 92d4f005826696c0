import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import { rowsOf } from '#app/platform/statement.server.ts'
import { keyOfIssue } from './issue.ts'

const mostListed = 100
const states = ['draft', 'sending', 'sent', 'stopped'] as const
const stateSchema = z.enum(states)
export type IssueState = z.infer<typeof stateSchema>

/** The issues, the latest first. */
export async function listIssues(db: Db) {
  const issues = await db.newsletterIssue.findMany({
    select: { id: true, subject: true, state: true, written: true, changedAt: true, begunAt: true },
    orderBy: { id: 'desc' },
    take: mostListed,
  })
  return issues.map((issue) => ({ ...issue, state: stateSchema.parse(issue.state) }))
}

/** One of them; null where it isn't written yet. */
export async function readIssue(db: Db, id: string) {
  const issue = await db.newsletterIssue.findUnique({ where: { id } })
  return issue && { ...issue, state: stateSchema.parse(issue.state) }
}

const outcomeSchema = z.object({
  waiting: z.number(),
  sent: z.number(),
  delivered: z.number(),
  bounced: z.number(),
  complained: z.number(),
  opened: z.number(),
  failed: z.number(),
})
export type IssueOutcome = z.infer<typeof outcomeSchema>

/** What became of an issue's messages, as far as they are kept: for 30 days. */
export async function readOutcome(db: Db, issueId: string): Promise<IssueOutcome> {
  const [row] = await rowsOf(
    db,
    `select count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
       count(*) filter (where state = 'sent')::int as sent,
       count(delivered_at)::int as delivered, count(bounced_at)::int as bounced,
       count(complained_at)::int as complained, count(opened_at)::int as opened,
       count(*) filter (where state in ('refused', 'unknown', 'suppressed'))::int as failed
     from mails where template = 'newsletter' and key like $1`,
    [`${keyOfIssue(issueId)}%`],
  )
  return outcomeSchema.parse(row)
}
