import { countedLength } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { numberTexts } from '#app/features/counting/numbering.ts'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { print } from './standard-input.ts'

const doubtWords = { partly: 'only partly supported', unsupported: 'not in the source' }

/** Prints a finished thread: its tweets as they would be posted, or all that a program may want of it. */
export async function showThread(
  db: Db,
  owner: Owner,
  threadId: string,
  { network, view, json }: { network: Network; view: GenerationView; json: boolean },
): Promise<void> {
  const { source, snapshot, tweets, numbering } = await readThread(db, owner, threadId)
  const plain = tweets.map((tweet) => tweet.text)
  const texts = numbering ? numberTexts(plain) : plain
  for (const { position, text, verdict, reasons } of tweets)
    if (verdict === 'partly' || verdict === 'unsupported') {
      const why = reasons.map((reason) => reasonSentence(reason, text)).join(' ')
      console.error(`Tweet ${position} is ${doubtWords[verdict]}. ${why}`.trimEnd())
    }
  // A tweet may hold blank lines, so these don't tell one from the next.
  if (!json) return print(`${texts.join('\n\n---\n\n')}\n`)
  const result = {
    source: {
      title: snapshot?.title ?? null,
      url: snapshot?.url ?? source.url,
      text: snapshot?.text ?? '',
      hash: snapshot?.contentHash ?? null,
      language: snapshot?.language ?? null,
    },
    writer: view.progress.writer,
    tweets: tweets.map(({ text, spans, verdict }, index) => ({
      position: index + 1,
      text: texts[index] ?? text,
      weightedLength: countedLength(texts[index] ?? text, network),
      verdict,
      support: spans.map(({ start, end }) => ({
        start,
        end,
        quote: (snapshot?.text ?? '').slice(start, end),
      })),
    })),
  }
  return print(`${JSON.stringify(result)}\n`)
}
