import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { plans } from '#app/features/billing/plans.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import { submit } from '#tests/setup/submit.ts'
import type { Fault } from '../fault.ts'

const atOnce = 50

/** A form that is sent fifty times at once, by a button that is pressed fifty times or a network that repeats itself. */
export const identicalSubmits: Fault = {
  name: 'at once: 50 identical submits',
  quick: true,
  run: () =>
    withQuotas(async ({ address, pool }) => {
      const cookie = await cookieOf(address)
      const form = { source: bridgeArticle, submissionKey: randomUUID() }
      const sent = await Promise.all(Array.from({ length: atOnce }, () => submit(address, form, cookie)))
      const pages = new Set(sent.map(({ page }) => page)).size
      const { threads, charges, used } = await count(pool)
      return {
        ok: pages === 1 && threads === 1 && charges === 1 && used === 1,
        seen: `${atOnce} answered with ${pages} thread; ${threads} stored, charged ${charges} time, ${used} of the day’s used`,
      }
    }),
}

/** Fifty different texts at once, by a browser that may have three a day. */
export const differentSubmits: Fault = {
  name: 'at once: 50 different submits over the quota',
  quick: true,
  run: () =>
    withQuotas(async ({ address, pool }) => {
      const cookie = await cookieOf(address)
      const sent = await Promise.allSettled(
        Array.from({ length: atOnce }, (_, at) =>
          submit(address, { source: `Report ${at}.\n\n${bridgeArticle}` }, cookie),
        ),
      )
      const taken = sent.filter(({ status }) => status === 'fulfilled').length
      const refused = sent.filter(
        (each) => each.status === 'rejected' && String(each.reason).endsWith('answered with 429'),
      ).length
      const { threads, charges, used } = await count(pool)
      const may = plans.visitor.threads
      return {
        ok: [taken, threads, charges, used].every((each) => each === may) && refused === atOnce - may,
        seen: `${taken} taken of ${may} that the plan holds, ${refused} told why not; ${threads} stored, ${charges} charged, ${used} of the day’s used`,
      }
    }),
}

/** A web process alone: nothing has to be written to be charged. */
async function withQuotas<T>(work: (service: RunningService) => Promise<T>): Promise<T> {
  const service = await startService({ QUOTAS: '1' }, { processes: ['web'] })
  try {
    return await work(service)
  } finally {
    await service.close()
  }
}

/** Of a browser that has seen the landing page. */
async function cookieOf(address: string): Promise<string> {
  const answer = await fetch(address)
  await answer.text()
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

const countSchema = z.tuple([z.object({ threads: z.number(), charges: z.number(), used: z.number() })])

async function count(pool: pg.Pool) {
  const { rows } = await pool.query(
    `select (select count(*)::int from threads) as threads, (select count(*)::int from quota_charges) as charges,
       (select coalesce(sum(used), 0)::int from quota_usage where subject like 'visitor:%') as used`,
  )
  return countSchema.parse(rows)[0]
}
