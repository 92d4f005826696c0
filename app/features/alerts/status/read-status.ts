import type pg from 'pg'
import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import { days } from '#app/platform/durations.ts'
import { type Component, type ComponentState, components, componentTitles } from '../components.ts'
import { ruleNames, ruleOf } from '../rules.ts'

/** How many days are told of, today included. */
const statusDays = 90
const mostIncidents = 40

const dayRowsSchema = z.array(
  z.object({
    component: z.string(),
    day: z.iso.date(),
    watched: z.number(),
    impaired: z.number(),
    down: z.number(),
  }),
)

export type StatusDay = {
  day: string
  /** Null for a day in which it wasn't watched. */
  state: ComponentState | null
  minutesDown: number
  minutesImpaired: number
}
export type ComponentStatus = {
  name: Component
  title: string
  state: ComponentState
  /** The first day first. */
  days: StatusDay[]
  /** In percent of the minutes that it was watched in; null where it never was. */
  uptime: number | null
}
export type Incident = {
  id: string
  title: string
  /** What admins have written; null where it was found by a rule. */
  text: string | null
  component: string | null
  beganAt: string
  endedAt: string | null
}
export type Status = {
  components: ComponentStatus[]
  /** Those that go on first, then the newest. */
  incidents: Incident[]
  at: string
}

/** How it stands with Threadr and stood for 90 days, as everybody may read it: nothing of rules, values or who acted. */
export async function readStatus(
  { prisma, pool }: { prisma: Db; pool: pg.Pool },
  shown: readonly Component[],
  now = new Date(),
): Promise<Status> {
  const since = new Date(now.getTime() - days(statusDays))
  const telling = ruleNames.filter((name) => ruleOf(name)?.shows)
  const [open, past, notes, { rows }] = await Promise.all([
    prisma.alert.findMany({ where: { state: { in: ['firing', 'acknowledged'] }, rule: { in: telling } } }),
    prisma.alert.findMany({
      where: { state: 'cleared', rule: { in: telling }, firedAt: { gt: since } },
      orderBy: { firedAt: 'desc' },
      take: mostIncidents,
    }),
    prisma.incidentNote.findMany({
      where: { OR: [{ resolvedAt: null }, { createdAt: { gt: since } }] },
      orderBy: { createdAt: 'desc' },
      take: mostIncidents,
    }),
    pool.query(
      `select component, to_char(day, 'YYYY-MM-DD') as day, watched, impaired, down
       from component_days where day > ($1::timestamptz at time zone 'UTC')::date - $2::int`,
      [now, statusDays],
    ),
  ])
  const dayRows = dayRowsSchema.parse(rows)
  const worst = (states: ComponentState[]): ComponentState =>
    states.includes('down') ? 'down' : states.includes('impaired') ? 'impaired' : 'up'
  return {
    components: shown.map((name) => ({
      name,
      title: componentTitles[name],
      state: worst(
        open.flatMap(({ rule }) => {
          const shows = ruleOf(rule)?.shows
          return shows?.component === name ? [shows.state] : []
        }),
      ),
      ...daysOf(
        dayRows.filter(({ component }) => component === name),
        now,
      ),
    })),
    incidents: [
      ...notes.map(incidentOfNote),
      ...[...open, ...past].flatMap((alert) => incidentOf(alert) ?? []),
    ]
      .filter(({ component }) => component === null || shown.some((name) => name === component))
      .toSorted(byNews)
      .slice(0, mostIncidents),
    at: now.toISOString(),
  }
}

/** All days that are told of, those that nothing is known of too. */
function daysOf(rows: z.infer<typeof dayRowsSchema>, now: Date): Pick<ComponentStatus, 'days' | 'uptime'> {
  const shown = Array.from({ length: statusDays }, (_, at): StatusDay => {
    const day = new Date(now.getTime() - days(statusDays - 1 - at)).toISOString().slice(0, 10)
    const row = rows.find((each) => each.day === day)
    const state = !row ? null : row.down > 0 ? 'down' : row.impaired > 0 ? 'impaired' : 'up'
    return { day, state, minutesDown: row?.down ?? 0, minutesImpaired: row?.impaired ?? 0 }
  })
  const watched = rows.reduce((sum, row) => sum + row.watched, 0)
  const down = rows.reduce((sum, row) => sum + row.down, 0)
  return { days: shown, uptime: watched === 0 ? null : 100 * (1 - down / watched) }
}

type AlertRow = Awaited<ReturnType<Db['alert']['findMany']>>[number]
type NoteRow = Awaited<ReturnType<Db['incidentNote']['findMany']>>[number]

function incidentOf({ id, rule, firedAt, clearedAt }: AlertRow): Incident | null {
  const shows = ruleOf(rule)?.shows
  if (!shows || !firedAt) return null
  return {
    id,
    title: shows.title,
    text: null,
    component: shows.component,
    beganAt: firedAt.toISOString(),
    endedAt: clearedAt?.toISOString() ?? null,
  }
}

const incidentOfNote = ({ id, title, text, component, createdAt, resolvedAt }: NoteRow): Incident => ({
  id,
  title,
  text,
  component,
  beganAt: createdAt.toISOString(),
  endedAt: resolvedAt?.toISOString() ?? null,
})

const byNews = (one: Incident, other: Incident) =>
  Number(one.endedAt !== null) - Number(other.endedAt !== null) || other.beganAt.localeCompare(one.beganAt)

/** What this Threadr has: nobody is told how payments stand where nothing is sold. */
export const componentsOf = ({ payments }: { payments: unknown }): Component[] =>
  components.filter((name) => name !== 'payments' || payments !== null)
