import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import type { Verdict } from '#app/features/support/verdict.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ProgressTweet } from './progress.ts'
import type { DoubtedTweet, Repaired, Writer, WriterEvent, WriterInput } from './writer.ts'

/** From worst to best. An opinion is no way out of what was doubted as a fact. */
const ranks: Record<Verdict, number> = { unsupported: 0, opinion: 0, partly: 1, supported: 2 }

/**
 * A writer that looks at its own tweets when all are written, and says those once more that the source doesn't back. What
 * comes of that is taken only where the check finds it better; where it fails, nothing has changed.
 */
export function withRepair(writer: Writer): Writer {
  async function* write(input: WriterInput): AsyncGenerator<WriterEvent> {
    const tweets: ProgressTweet[] = []
    let by: Extract<WriterEvent, { type: 'written-by' }> | null = null
    for await (const event of writer.write(input)) {
      if (event.type === 'written-by') {
        by = event
        continue
      }
      if (event.type === 'tweet' && input.check) tweets.push(input.check(event.tweet, tweets.length + 1))
      yield event
    }
    const doubted = tweets.filter(({ verdict }) => verdict === 'unsupported')
    if (doubted.length > 0 && writer.repair && input.check) {
      yield { type: 'checking' }
      const repaired = await repairOf(writer.repair, input, doubted)
      if (by && repaired?.by?.byAnother) by = { ...by, byAnother: true }
      for (const { position, tweet } of repaired?.tweets ?? []) {
        // Nobody posts a tweet twice.
        if (tweets.some(({ text }) => text === tweet.text)) continue
        const checked = input.check(tweet, position)
        if (ranks[checked.verdict ?? 'unsupported'] > ranks.unsupported)
          yield { type: 'repaired', position, tweet }
      }
    }
    if (by) yield by
  }
  return { ...writer, write }
}

async function repairOf(
  repair: NonNullable<Writer['repair']>,
  input: WriterInput,
  doubted: readonly ProgressTweet[],
): Promise<Repaired | null> {
  try {
    return await repair(
      input,
      doubted.map((tweet) => asDoubted(tweet, input)),
    )
  } catch (error) {
    if (input.signal.aborted || !(error instanceof AppError)) throw error
    return null
  }
}

function asDoubted({ position, text, spans, reasons }: ProgressTweet, { source }: WriterInput): DoubtedTweet {
  return {
    position,
    text,
    reasons: reasons.map((reason) => reasonSentence(reason, text)),
    passages: spans.map(({ start, end }) => source.text.slice(start, end)),
  }
}
