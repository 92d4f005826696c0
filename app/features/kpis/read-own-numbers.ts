import type pg from 'pg'
import { z } from 'zod'

const ownSchema = z.object({
  threads: z.number(),
  tweets: z.number(),
  supported: z.number(),
  opinions: z.number(),
  wordsRead: z.number(),
  wordsWritten: z.number(),
  posts: z.number(),
  months: z.array(z.object({ month: z.string(), threads: z.number() })),
})
export type OwnNumbers = z.output<typeof ownSchema>

/** As they were counted when the text was stored; what is from before is parted at its spaces. */
const wordsOf = (row: string) =>
  `coalesce(${row}.word_count, array_length(regexp_split_to_array(trim(${row}.text), '\\s+'), 1), 0)`

/** What one person has made of what, by what they still have: threads that they deleted aren't in it. */
export async function readOwnNumbers(pool: pg.Pool, userId: string): Promise<OwnNumbers> {
  const { rows } = await pool.query(
    `with own as (select id, snapshot_id, created_at from threads where user_id = $1),
     told as (
       select count(*)::int as tweets, count(*) filter (where tw.verdict = 'supported')::int as supported,
         count(*) filter (where tw.verdict = 'opinion')::int as opinions,
         coalesce(sum(${wordsOf('tw')}), 0)::float8 as "wordsWritten"
       from own join tweets tw on tw.thread_id = own.id
     ), was_read as (
       select coalesce(sum(s.words), 0)::float8 as "wordsRead" from (select distinct snapshot_id as id from own) as each
       join lateral (select ${wordsOf('sn')} as words from snapshots sn where sn.id = each.id) s on true
     ), posted as (
       select count(*)::int as posts from own join publications p on p.thread_id = own.id
       join publication_parts pp on pp.publication_id = p.id where pp.state = 'posted'
     ), months as (
       select to_char(month, 'YYYY-MM') as month, count(own.id)::int as threads
       from generate_series(date_trunc('month', now() at time zone 'utc') - interval '11 months',
         date_trunc('month', now() at time zone 'utc'), interval '1 month') as month
       left join own on date_trunc('month', own.created_at at time zone 'utc') = month group by month
     )
     select (select count(*)::int from own) as threads, told.*, was_read.*, posted.*,
       (select json_agg(months order by month) from months) as months from told, was_read, posted`,
    [userId],
  )
  return ownSchema.parse(rows[0])
}
