import type pg from 'pg'

/**
 * What the books come to, read from end to end and made of nothing that is kept of them: the months (the first only by what
 * it ends with) and the days of some years, as `readMoneyMonths` and `readMoneyDays` have them.
 */
export async function wholeMonths(pool: pg.Pool) {
  const { rows } = await pool.query(`
    with changes as (
      select *, row_number() over (partition by user_id order by at, id) = 1 as is_first,
        lead(at) over (partition by user_id, currency order by at, id) as until
      from subscription_changes
    ), bounds as (
      select date_trunc('month', greatest(
        now(), (select max(at) from subscription_changes), (select max(at) from ledger_entries)
      ) at time zone 'utc') as last
    ), months as (
      select month, month at time zone 'utc' as begins, (month + interval '1 month') at time zone 'utc' as ends
      from bounds, generate_series(last - interval '23 months', last, '1 month') as month
    ), currencies as (
      select currency from subscription_changes union select currency from ledger_entries
    ), standing as (
      select begins, currency, sum(to_cents) as total from months
      join changes on at < ends and (until is null or until >= ends) group by 1, 2
    ), moved as (
      select begins, currency,
        sum(to_cents) filter (where from_cents = 0 and is_first) as new,
        sum(to_cents) filter (where from_cents = 0 and not is_first) as reactivated,
        sum(to_cents - from_cents) filter (where from_cents > 0 and to_cents > from_cents) as expansion,
        sum(from_cents - to_cents) filter (where to_cents > 0 and to_cents < from_cents) as contraction,
        sum(from_cents) filter (where to_cents = 0) as churned
      from months join changes on at >= begins and at < ends group by 1, 2
    ), came as (
      select begins, currency, sum(amount_cents) as total,
        sum(amount_cents) filter (where kind = 'payment') as received,
        -sum(amount_cents) filter (where kind in ('refund', 'refund-failed')) as refunded,
        -sum(amount_cents) filter (where kind in ('dispute', 'dispute-won')) as disputed
      from months join ledger_entries on at >= begins and at < ends group by 1, 2
    )
    select to_char(month, 'YYYY-MM') as month, trim(currency) as currency,
      coalesce(standing.total, 0)::float8 as end, coalesce(new, 0)::float8 as new,
      coalesce(expansion, 0)::float8 as expansion, coalesce(reactivated, 0)::float8 as reactivated,
      coalesce(contraction, 0)::float8 as contraction, coalesce(churned, 0)::float8 as churned,
      coalesce(received, 0)::float8 as received, coalesce(refunded, 0)::float8 as refunded,
      coalesce(disputed, 0)::float8 as disputed, coalesce(came.total, 0)::float8 as ledger
    from months cross join currencies
    left join standing using (begins, currency) left join moved using (begins, currency)
    left join came using (begins, currency) order by currency, month`)
  return rows
}

export async function wholeDays(pool: pg.Pool, { from, to }: { from: string; to: string }) {
  const { rows } = await pool.query(
    `with changes as (
       select *, lead(at) over (partition by user_id, currency order by at, id) as until from subscription_changes
     ), days as (
       select day::date as day, day at time zone 'utc' as begins, (day + interval '1 day') at time zone 'utc' as ends
       from generate_series($1::date::timestamp, $2::date::timestamp, interval '1 day') as day
     ), currencies as (select distinct currency from subscription_changes),
     standing as (
       select day, currency, sum(to_cents) as total, count(*) filter (where to_cents > 0) as payers
       from days join changes on at < ends and (until is null or until >= ends) group by 1, 2
     ), paying as (
       select day, currency, count(*) as payers from days
       join changes on to_cents > 0 and at < begins and (until is null or until >= begins) group by 1, 2
     ), stopped as (
       select day, currency, sum(from_cents) as total, count(*) as churners
       from days join changes on at >= begins and at < ends and to_cents = 0 group by 1, 2
     )
     select days.day::text, trim(currency) as currency, coalesce(standing.total, 0)::float8 as end,
       coalesce(standing.payers, 0)::int as payers,
       coalesce(paying.payers, 0)::int as "payersBefore", coalesce(stopped.total, 0)::float8 as churned,
       coalesce(churners, 0)::int as churners
     from days cross join currencies
     left join standing using (day, currency) left join stopped using (day, currency)
     left join paying using (day, currency) order by currency, days.day`,
    [from, to],
  )
  return rows
}
