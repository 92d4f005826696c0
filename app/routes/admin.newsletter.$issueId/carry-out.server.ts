import { z } from 'zod'
import {
  deleteIssue,
  type IssueDoing,
  saveIssue,
  sendIssue,
  stopIssue,
} from '#app/features/newsletter/change-issue.ts'
import { issueSchema } from '#app/features/newsletter/issue.ts'
import { sendCopy } from '#app/features/newsletter/send-copy.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'

const wishSchema = z.object({
  intent: z.enum(['save', 'copy', 'send', 'stop', 'delete']),
  version: z.coerce.number().int().min(0).max(1_000_000),
})

type Dependencies = { prisma: Db; sealer: Sealer; appUrl: string }

/** Does what a form of the page wishes, and gives where to go on. Throws ZodErrors and AppErrors for the form. */
export async function carryOut(
  dependencies: Dependencies,
  doing: Omit<IssueDoing, 'version'>,
  form: FormData,
): Promise<string> {
  const given = Object.fromEntries(form)
  const { intent, version } = wishSchema.parse(given)
  const { prisma } = dependencies
  const seen = { ...doing, version }
  if (intent === 'save') await saveIssue(prisma, seen, issueSchema.parse(given))
  if (intent === 'copy') await sendCopy(dependencies, doing)
  if (intent === 'send') await sendIssue(prisma, seen)
  if (intent === 'stop') await stopIssue(prisma, seen)
  if (intent === 'delete') {
    await deleteIssue(prisma, seen)
    return paths.newsletter({ done: 'delete' })
  }
  return paths.newsletterIssue(doing.issueId, { done: intent })
}
