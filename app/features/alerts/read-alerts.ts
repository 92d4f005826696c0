import type pg from 'pg'
import type { Db } from '#app/platform/db.server.ts'
import { type Readings, readReadings } from './readings/readings.ts'
import { isBroken, type Rule, valueInWords } from './rule.ts'
import { ruleNames, ruleOf, rules, runbookOf } from './rules.ts'

const mostPast = 50

export type ShownAlert = {
  id: string
  rule: string
  title: string
  says: string
  isCritical: boolean
  state: string
  value: string
  firedAt: string | null
  clearedAt: string | null
  escalations: number
  acknowledged: { at: string; by: string | null } | null
  runbook: string
}

export type ShownRule = {
  name: string
  title: string
  now: string | null
  limit: string
  forMinutes: number
  isCritical: boolean
  isBroken: boolean
  escalateAfterMinutes: number | null
  runbook: string
}

export type AlertsSeen = {
  open: ShownAlert[]
  past: ShownAlert[]
  rules: ShownRule[]
  /** When the rules were last looked at; null for never. */
  evaluatedAt: string | null
}

/** All that staff are shown of alerts: those that are open, the latest that are over, and each rule with its value at this moment. */
export async function readAlerts({ prisma, pool }: { prisma: Db; pool: pg.Pool }): Promise<AlertsSeen> {
  const [open, past, mark, readings] = await Promise.all([
    prisma.alert.findMany({
      where: { state: { in: ['firing', 'acknowledged'] } },
      orderBy: { firedAt: 'desc' },
    }),
    prisma.alert.findMany({ where: { state: 'cleared' }, orderBy: { firedAt: 'desc' }, take: mostPast }),
    prisma.watchMark.findUnique({ where: { name: 'evaluated' } }),
    readNow(pool),
  ])
  const ids = [...open, ...past].flatMap(({ acknowledgedBy }) => acknowledgedBy ?? [])
  const people = await prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null
  return {
    open: open.map((alert) => shownAlert(alert, nameOf)),
    past: past.map((alert) => shownAlert(alert, nameOf)),
    rules: shownRules(readings),
    evaluatedAt: mark?.until.toISOString() ?? null,
  }
}

/** On the database's time, as the rules are looked at. */
async function readNow(pool: pg.Pool): Promise<Readings> {
  const { rows } = await pool.query<{ now: Date }>('select now() as now')
  return readReadings(pool, rows[0]?.now ?? new Date())
}

type Row = Awaited<ReturnType<Db['alert']['findMany']>>[number]

function shownAlert(alert: Row, nameOf: (id: string | null) => string | null): ShownAlert {
  const rule = ruleOf(alert.rule)
  const { id, state, escalations, acknowledgedAt, acknowledgedBy } = alert
  return {
    id,
    rule: alert.rule,
    title: rule?.title ?? alert.rule,
    says: rule?.says ?? '',
    isCritical: rule?.severity === 'critical',
    state,
    value: rule ? valueInWords(alert.value, rule.unit) : String(alert.value),
    firedAt: alert.firedAt?.toISOString() ?? null,
    clearedAt: alert.clearedAt?.toISOString() ?? null,
    escalations,
    acknowledged: acknowledgedAt && { at: acknowledgedAt.toISOString(), by: nameOf(acknowledgedBy) },
    runbook: runbookOf(alert.rule),
  }
}

function shownRules(readings: Readings): ShownRule[] {
  return ruleNames.map((name) => {
    const rule: Rule = rules[name]
    const value = readings[name]
    return {
      name,
      title: rule.title,
      now: value === null ? null : valueInWords(value, rule.unit),
      limit: `${rule.isFloor ? 'less than' : 'from'} ${valueInWords(rule.threshold, rule.unit)}`,
      forMinutes: rule.forMinutes,
      isCritical: rule.severity === 'critical',
      isBroken: isBroken(rule, value),
      escalateAfterMinutes: rule.escalateAfterMinutes,
      runbook: runbookOf(name),
    }
  })
}
