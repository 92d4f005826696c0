import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Db, Tx } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { rowsOf } from '#app/platform/statement.server.ts'
import { nextSteps, type OpenAlert, type Step } from './next-steps.ts'
import { readReadings } from './readings/readings.ts'
import { judgeMinutes } from './status/judge-minutes.ts'
import { type TellOptions, tellOf } from './telling/tell.ts'

/** Only one process looks at the rules at a time. Any number, the same for all. */
const evaluationLock = 7_482_304

export type EvaluateOptions = TellOptions & {
  prisma: Db
  sealer: Sealer
  /** Whether a minute in which nothing ran at all counts as down: on a server, and not on somebody's own computer. */
  countsAbsence: boolean
}

const beginSchema = z.tuple([z.object({ taken: z.boolean(), now: z.date() })])
const openSchema = z.array(
  z.object({
    id: z.string(),
    rule: z.string(),
    state: z.enum(['pending', 'firing', 'acknowledged']),
    pendingAt: z.date(),
    firedAt: z.date().nullable(),
    escalations: z.number(),
    quietSince: z.date().nullable(),
    seenAt: z.date(),
  }),
)

/**
 * Looks at every rule once, on the database's time: notes what is broken, and writes the mails and posts of what begins to fire,
 * is escalated or clears, all in one transaction. Also judges the minutes that are over for the status page. Gives the steps
 * that were taken; null where another process was at it. Asking twice at the same moment changes nothing the second time.
 */
export function evaluateAlerts(options: EvaluateOptions, at: Date | null = null): Promise<Step[] | null> {
  return options.prisma.$transaction(async (tx) => {
    const [{ taken, now }] = beginSchema.parse(
      await rowsOf(
        tx,
        'select pg_try_advisory_xact_lock($1::bigint) as taken, coalesce($2::timestamptz, now()) as now',
        [evaluationLock, at],
      ),
    )
    if (!taken) return null
    const readings = await readReadings(tx, now)
    const open = openSchema.parse(await tx.alert.findMany({ where: { state: { not: 'cleared' } } }))
    const steps = nextSteps(readings, open, now)
    for (const step of steps) await carryOut(tx, step, open, { ...options, now })
    await judgeMinutes(tx, { now, countsAbsence: options.countsAbsence })
    await tx.watchMark.upsert({
      where: { name: 'evaluated' },
      create: { name: 'evaluated', until: now },
      update: { until: now },
    })
    return steps
  })
}

type Carrying = EvaluateOptions & { now: Date }

/** Each change names the state that it was decided from: where somebody has acknowledged it meanwhile, that stays. */
async function carryOut(tx: Tx, step: Step, open: readonly OpenAlert[], options: Carrying): Promise<void> {
  const { now } = options
  switch (step.kind) {
    case 'pend':
      await begin(tx, step, { state: 'pending', pendingAt: now, seenAt: now, value: step.value })
      return
    case 'fire': {
      const pendingAt = open.find(({ id }) => id === step.id)?.pendingAt ?? now
      const id = await begin(tx, step, {
        state: 'firing',
        pendingAt,
        firedAt: now,
        seenAt: now,
        value: step.value,
      })
      await tellOf(tx, id, 'firing', options)
      return
    }
    case 'forget':
      await tx.alert.deleteMany({ where: { id: step.id, state: 'pending' } })
      return
    case 'stay':
      await tx.alert.updateMany({
        where: { id: step.id },
        data: { seenAt: now, quietSince: step.quietSince, ...(step.value !== null && brokenValue(step)) },
      })
      return
    case 'escalate': {
      const { count } = await tx.alert.updateMany({
        where: { id: step.id, state: 'firing', escalations: step.number - 1 },
        data: { escalations: step.number, seenAt: now, quietSince: null, value: step.value },
      })
      if (count > 0) await tellOf(tx, step.id, `escalated-${step.number}`, options)
      return
    }
    case 'clear': {
      const { count } = await tx.alert.updateMany({
        where: { id: step.id, state: { in: ['firing', 'acknowledged'] } },
        data: { state: 'cleared', clearedAt: now, seenAt: now },
      })
      if (count > 0) await tellOf(tx, step.id, 'cleared', options)
    }
  }
}

/** What it is once it is whole again says nothing of how broken it was. */
const brokenValue = ({ value, quietSince }: { value: number | null; quietSince: Date | null }) =>
  quietSince === null && value !== null ? { value } : {}

async function begin(
  tx: Tx,
  { id, rule }: { id: string | null; rule: string },
  data: { state: string; value: number; pendingAt: Date; firedAt?: Date; seenAt: Date },
): Promise<string> {
  const alert = id ?? uuidv7()
  await tx.alert.upsert({ where: { id: alert }, create: { id: alert, rule, ...data }, update: data })
  return alert
}
