import type pg from 'pg'
import { z } from 'zod'

/** How many days are told of: as long as messages are kept. */
const daysOfRates = 30

const countsSchema = z.object({
  sent: z.number(),
  delivered: z.number(),
  bounced: z.number(),
  complained: z.number(),
  unknown: z.number(),
  waiting: z.number(),
  refused: z.number(),
  suppressed: z.number(),
})
/** What became of messages; one that was delivered may be complained of later, and counts in both. */
export type MailCounts = z.infer<typeof countsSchema>

const counts = `
  count(*) filter (where m.state = 'sent')::int as sent,
  count(m.delivered_at)::int as delivered,
  count(m.bounced_at)::int as bounced,
  count(m.complained_at)::int as complained,
  count(*) filter (where m.state = 'unknown')::int as unknown,
  count(*) filter (where m.state in ('waiting', 'sending'))::int as waiting,
  count(*) filter (where m.state = 'refused')::int as refused,
  count(*) filter (where m.state = 'suppressed')::int as suppressed`

const templatesSchema = z.array(countsSchema.extend({ template: z.string() }))
const daysSchema = z.array(countsSchema.extend({ day: z.iso.date() }))

export type MailRates = {
  /** The template of which most were written first. */
  templates: z.infer<typeof templatesSchema>
  /** Each day in UTC, the first first, also those without a message. */
  days: z.infer<typeof daysSchema>
}

/** What became of the messages of the last 30 days, by template and by the day that they were written on. */
export async function readMailRates(pool: pg.Pool): Promise<MailRates> {
  const templates = await pool.query(
    `select m.template, ${counts} from mails m where m.created_at > now() - $1 * interval '1 day'
     group by m.template order by count(*) desc, m.template limit 100`,
    [daysOfRates],
  )
  const days = await pool.query(
    `select to_char(d.day, 'YYYY-MM-DD') as day, ${counts}
     from generate_series(date_trunc('day', now() at time zone 'UTC') - ($1::int - 1) * interval '1 day',
       date_trunc('day', now() at time zone 'UTC'), interval '1 day') as d (day)
     left join mails m on m.created_at >= d.day at time zone 'UTC'
       and m.created_at < (d.day + interval '1 day') at time zone 'UTC'
     group by d.day order by d.day`,
    [daysOfRates],
  )
  return { templates: templatesSchema.parse(templates.rows), days: daysSchema.parse(days.rows) }
}
