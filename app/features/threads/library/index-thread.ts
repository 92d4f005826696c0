import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { threadTitle } from '../thread-title.ts'
import { documentOf, plainDocumentOf } from './search-document.ts'
import { searchWords } from './search-words.ts'

const threadSchema = z.object({
  owner: z.string(),
  snapshot_id: z.string().nullable(),
  own_title: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  file_name: z.string().nullable(),
  opening: z.string().nullable(),
  tweets: z.array(z.string()),
  is_doubted: z.boolean(),
  unknown_text: z.string().nullable(),
})

/**
 * Takes up what a thread says, so that the library finds it: its title and its tweets, and its source's text where that is
 * a new one. Belongs into the transaction of every change of them, as the last thing that it does, since it locks the
 * thread's entry. A thread that is gone is none.
 */
export async function indexThread(tx: Within, threadId: string): Promise<void> {
  const [row] = await rowsOf(
    tx,
    `select e.owner, sn.id as snapshot_id, t.title as own_title, sn.title, s.url, s.file_name, left(sn.text, 120) as opening,
       coalesce((select array_agg(text order by position) from tweets where thread_id = t.id), '{}') as tweets,
       exists (select 1 from tweets where thread_id = t.id and verdict in ('partly', 'unsupported')) as is_doubted,
       case when not exists (select 1 from source_words where snapshot_id = sn.id) then sn.text end as unknown_text
     from threads t
     join library_entries e on e.thread_id = t.id
     join sources s on s.id = t.source_id
     left join snapshots sn on sn.id = coalesce(t.snapshot_id, (
       select snapshot_id from generations where thread_id = t.id order by id desc limit 1
     ), s.snapshot_id)
     where t.id = $1::uuid`,
    [threadId],
  )
  if (row === undefined) return
  const thread = threadSchema.parse(row)
  const { own_title: ownTitle, title: sourceTitle, url, file_name: fileName, opening } = thread
  const title = threadTitle({ ownTitle, title: sourceTitle, url, fileName, text: opening })
  const unknownText = thread.unknown_text
  const sourceWords = unknownText === null ? null : plainDocumentOf(`${sourceTitle ?? ''}\n${unknownText}`)
  const document = documentOf({ title, tweets: thread.tweets })
  await rowsOf(
    tx,
    // With the time of the change, which would be written by itself at the transaction's end otherwise: each time that the row is
    // written all of its indexes are, the one of its words too.
    `with of_source as (
       insert into source_words (snapshot_id, owner, words)
       select n.id, coalesce(s.user_id, s.visitor_id), $6::text::tsvector
       from snapshots n join sources s on s.id = n.source_id where n.id = $5::uuid and $6::text is not null
       on conflict (snapshot_id) do nothing
     )
     update library_entries e
     set words = $2::text::tsvector, is_doubted = $3, title_key = $4, snapshot_id = $5::uuid, changed_at = t.updated_at
     from threads t where e.thread_id = $1::uuid and t.id = e.thread_id
       and (e.words, e.is_doubted, e.title_key, e.snapshot_id, e.changed_at)
         is distinct from ($2::text::tsvector, $3, $4, $5::uuid, t.updated_at)`,
    [threadId, document, thread.is_doubted, titleKey(title), thread.snapshot_id, sourceWords],
  )
}

/** Orders titles as people look for them: without case, accents and marks. In 60 characters they differ, or never. */
const titleKey = (title: string): string =>
  searchWords(title, { typed: true })
    .map(({ word }) => word)
    .join(' ')
    .slice(0, 60)
