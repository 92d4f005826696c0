import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import type { Rule } from '../rule.ts'
import { ruleNames, rules } from '../rules.ts'

/** Which process a component is not there without. */
const needs = [
  ['web', 'web'],
  ['generation', 'worker'],
  ['mail', 'worker'],
  ['payments', 'web'],
] as const

/** What the status page makes of each rule. */
const shown = ruleNames.flatMap((name) => {
  const { shows }: Rule = rules[name]
  return shows ? [{ rule: name, ...shows }] : []
})

/**
 * Counts the minutes that are over, each once, into the days of each component: down where the process that it needs gave no
 * sign of life, where a rule that says so fired, and for the pages where more than half of ten or more requests failed;
 * impaired likewise. It begins with the first minute in which Threadr ever ran. A minute in which no process at all ran is
 * down where `countsAbsence`, and else not watched: a computer that is switched off is no outage.
 */
export async function judgeMinutes(
  within: Within,
  { now, countsAbsence }: { now: Date; countsAbsence: boolean },
): Promise<void> {
  await rowsOf(within, statement, [
    now,
    needs.map(([component]) => component),
    needs.map(([, process]) => process),
    shown.map(({ rule }) => rule),
    shown.map(({ component }) => component),
    shown.map(({ state }) => state),
    countsAbsence,
  ])
}

/** The last whole minute waits for another, since what it holds is written within some seconds. */
const statement = `
  with bounds as (
    select coalesce(
        (select until from watch_marks where name = 'judged'),
        (select min(minute) from measure_minutes where name = 'threadr_beats')
      ) as since,
      date_trunc('minute', $1::timestamptz) - interval '1 minute' as until
  ), marked as (
    insert into watch_marks (name, until) select 'judged', until from bounds where since < until
    on conflict (name) do update set until = excluded.until
  ), minutes as (
    select minute from bounds cross join lateral
      generate_series(greatest(since, until - interval '90 days'), until - interval '1 minute', interval '1 minute') as minute
    where since is not null
  ), beats as (
    select minute, bool_or(labels::jsonb ->> 'process' = 'web') as web,
           bool_or(labels::jsonb ->> 'process' = 'worker') as worker
    from measure_minutes where name = 'threadr_beats' and minute >= (select since from bounds) group by 1
  ), requests as (
    select minute, sum(value) as total, coalesce(sum(value) filter (where labels::jsonb ->> 'status' = '5xx'), 0) as failed
    from measure_minutes where name = 'threadr_http_requests_total' and minute >= (select since from bounds) group by 1
  ), fired as (
    select shows.component, shows.state, fired_at, cleared_at
    from alerts join unnest($4::text[], $5::text[], $6::text[]) as shows (rule, component, state) using (rule)
    where fired_at < (select until from bounds) and (cleared_at is null or cleared_at > (select since from bounds))
  ), told as (
    select minute, component, bool_or(fired.state = 'down') as down
    from minutes join fired
      on fired_at < minute + interval '1 minute' and (cleared_at is null or cleared_at > minute)
    group by 1, 2
  ), judged as (
    select minute, needs.component,
      $7::boolean or beats.minute is not null as watched,
      not coalesce(case needs.process when 'web' then beats.web else beats.worker end, false)
        or coalesce(told.down, false)
        or (needs.component = 'web' and requests.total >= 10 and requests.failed > requests.total / 2) as down,
      told.component is not null
        or (needs.component = 'web' and requests.total >= 10 and requests.failed > requests.total / 10) as impaired
    from minutes cross join unnest($2::text[], $3::text[]) as needs (component, process)
    left join beats using (minute) left join requests using (minute) left join told using (minute, component)
  )
  insert into component_days as d (component, day, watched, impaired, down)
  select component, (minute at time zone 'UTC')::date, count(*),
         count(*) filter (where impaired and not down), count(*) filter (where down)
  from judged where watched group by 1, 2
  on conflict (component, day) do update set
    watched = d.watched + excluded.watched, impaired = d.impaired + excluded.impaired, down = d.down + excluded.down`
