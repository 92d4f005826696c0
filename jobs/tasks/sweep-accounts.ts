import type pg from 'pg'
import { sweepRequests } from '#app/features/accounts/account-request.ts'
import { sweepGrants } from '#app/features/accounts/api-tokens/end-grants.ts'
import { sweepSigningKeys } from '#app/features/accounts/api-tokens/signing-keys.server.ts'
import { sweepSessions } from '#app/features/accounts/end-sessions.ts'
import { sweepSeeings } from '#app/features/administration/see-as.ts'
import { sweepRanges } from '#app/features/fraud/sign-up-range.ts'
import { sweepMails } from '#app/features/mail/sweep-mails.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import { jobCatalog } from '#app/platform/queue/catalog.ts'
import { runTask } from '../run-task.ts'

type Dependencies = { prisma: Db; pool: pg.Pool; signUpRangeDays: number; logger: Logger }

export const sweepAccountsTask = ({ prisma, pool, signUpRangeDays, logger }: Dependencies) =>
  runTask('sweep_accounts', jobCatalog.sweep_accounts.payload, logger, async () => {
    const seeings = await sweepSeeings(prisma)
    const sessions = await sweepSessions(pool)
    const requests = await sweepRequests(prisma)
    const mails = await sweepMails(prisma)
    const grants = await sweepGrants(prisma)
    const keys = await sweepSigningKeys(prisma)
    const ranges = await sweepRanges(prisma, signUpRangeDays)
    const swept = { seeings, sessions, requests, mails, grants, keys, ranges }
    if (Object.values(swept).some((count) => count > 0))
      logger.info(swept, 'what is over of accounts deleted')
  })
