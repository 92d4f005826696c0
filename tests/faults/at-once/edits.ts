import { z } from 'zod'
import { type ThreadDocument, threadDocumentSchema } from '#app/features/threads/document/thread-document.ts'
import { startArticleSite } from '#tests/setup/article-site.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import type { Fault, Outcome } from '../fault.ts'

const atOnce = 20

/**
 * Twenty tabs change one tweet at the same moment, each knowing the same version: one is saved, and the others are told what
 * stands, with which each is saved after all; the history then holds every one of them.
 */
export const edits: Fault = {
  name: 'at once: 20 edits of a tweet',
  quick: true,
  async run() {
    const site = await startArticleSite()
    const service = await startService({})
    try {
      return await editAtOnce(service, await service.write(site.url))
    } finally {
      await service.close()
      await site.close()
    }
  },
}

const storedSchema = z.object({ version: z.number() }).and(threadDocumentSchema)
const answerSchema = z.object({ state: z.string() }).and(storedSchema)
const revisionsSchema = z.array(z.object({ texts: z.array(z.string()) }))

async function editAtOnce(
  { pool }: RunningService,
  { threadId, page, cookie }: { threadId: string; page: string; cookie: string },
): Promise<Outcome> {
  const url = `${page}/document`
  const before = storedSchema.parse(await (await fetch(url, { headers: { cookie } })).json())
  const save = async (text: string, stands: { version: number } & ThreadDocument) => {
    const { version, ...document } = stands
    const tweets = document.tweets.map((tweet, at) => (at === 0 ? { ...tweet, text } : tweet))
    const body = new URLSearchParams({
      version: String(version),
      document: JSON.stringify(threadDocumentSchema.parse({ ...document, tweets })),
    })
    const answer = await fetch(url, { method: 'POST', headers: { cookie }, body })
    return { text, status: answer.status, ...answerSchema.parse(await answer.json()) }
  }
  const texts = Array.from({ length: atOnce }, (_, at) => `What tab ${at + 1} made of it.`)
  const answers = await Promise.all(texts.map((text) => save(text, before)))
  const won = answers.filter(({ state, status }) => state === 'saved' && status === 200)
  // Each is told what stands, to be merged with what it has.
  const told = answers.filter(
    ({ state, status, tweets }) =>
      state === 'changed' && status === 409 && tweets[0]?.text === won[0]?.text && tweets.length > 1,
  )
  let stands = told[0]
  let merged = 0
  for (const { text } of told) {
    if (!stands) break
    stands = await save(text, stands)
    if (stands.state === 'saved') merged += 1
  }
  const { rows } = await pool.query(
    `select (select json_agg(tweet->>'text') from json_array_elements(tweets::json) tweet) as texts
     from revisions where thread_id = $1 order by version`,
    [threadId],
  )
  const history = revisionsSchema.parse(rows).map((revision) => revision.texts)
  const kept = texts.filter((text) => history.some((state) => state[0] === text)).length
  const others = before.tweets.slice(1).map(({ text }) => text)
  const isWhole = history.every((state) => JSON.stringify(state.slice(1)) === JSON.stringify(others))
  return {
    ok:
      won.length === 1 && told.length === atOnce - 1 && merged === told.length && kept === atOnce && isWhole,
    seen: `${won.length} saved, ${told.length} told what stands, ${merged} of those saved after it; ${kept} of ${atOnce} in the history, the other tweets ${isWhole ? 'as they were' : 'changed'}`,
  }
}
