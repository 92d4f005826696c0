import { countedLength } from '#app/features/counting/count.ts'
import { quoteLocator } from '#app/features/support/locate-quotes.ts'
import type { ModelLine } from '#app/integrations/openai/door/line.ts'
import { modelMalformed } from '#app/integrations/openai/failures.ts'
import { type CandidateInput, hookCount, isRewriting } from '../candidates/candidate.ts'
import { withClosing, withoutClosing } from '../candidates/closing-part.ts'
import type { WrittenTweet } from '../writer.ts'
import { candidateRequest } from './candidate-request.ts'
import { candidatesSchema } from './candidate-schema.ts'
import { tweetCleaner } from './clean-tweet.ts'
import { prepareTweet } from './prepare-tweet.ts'
import { roomFor } from './room.ts'
import { createTally } from './tally.ts'

/**
 * Asks a model once for candidates. What it gives is cleaned and brought within the limit like any tweet; what says the
 * tweet or another one word for word is left out. Throws the line's AppErrors, and `model-malformed` where nothing is left.
 */
export async function modelCandidates(input: CandidateInput, line: ModelLine): Promise<WrittenTweet[]> {
  const { kind, source, options, network, signal, tweet, others } = input
  const parts = withoutClosing(tweet?.text ?? '', options.callToAction)
  const closing = isRewriting(kind) ? parts.closing : ''
  const closingLength = closing === '' ? 0 : countedLength(`\n\n${closing}`, network)
  const room = { network, limit: roomFor(network, options).limit - closingLength }
  const count = kind === 'hook' ? hookCount : 1
  const tally = createTally()
  const given = await line.ask(candidateRequest(input, { body: tweet && parts.body, room, count }), {
    signal,
    purpose: 'candidates',
    read(answer) {
      tally.add(answer)
      return candidatesSchema.parse(JSON.parse(answer.text)).candidates
    },
  })
  const locate = quoteLocator(source.text)
  const clean = tweetCleaner(source, options)
  const preparing = { locate, clean, line, room, signal, tally }
  const known = new Set([tweet?.text ?? '', ...others.map(({ text }) => text)])
  const texts: WrittenTweet[] = []
  for (const said of given.slice(0, count)) {
    const { text: body, spans } = await prepareTweet(said, tweet?.position ?? 0, preparing)
    const text = withClosing(body, { closing })
    if (body === '' || known.has(text)) continue
    known.add(text)
    texts.push({ text, spans })
  }
  if (texts.length === 0) throw modelMalformed('The answer holds no candidate')
  return texts
}
