import { countedLength } from '#app/features/counting/count.ts'
import { tweetOfPassage } from '#app/features/threads/add-tweet.ts'
import { AppError } from '#app/platform/errors.ts'
import { goingOn, otherHooks } from '../builtin/further-tweets.ts'
import { roomFor } from '../openai/room.ts'
import type { WrittenTweet } from '../writer.ts'
import { type CandidateInput, hookCount } from './candidate.ts'
import { withClosing, withoutClosing } from './closing-part.ts'
import { inFewerSentences } from './shorter.ts'

/** A tweet of a thread reads best at this length or less, whatever a network allows. In counted characters. */
const longestTweet = 600

const nothing = (sentence: string) => new AppError('no-candidate', sentence, { status: 422 })

/**
 * Candidates without any model, of the source's own sentences and the tweet's. Throws `no-candidate` where there is none,
 * and `needs-model` for what only a model can say.
 */
export async function builtinCandidates(input: CandidateInput): Promise<WrittenTweet[]> {
  const { kind, source, network, options, tweet, others, passage } = input
  const room = Math.min(roomFor(network, options).limit, longestTweet)
  const taken = others.flatMap(({ spans }) => spans)
  if (kind === 'add') {
    const about = passage && tweetOfPassage(source.text, passage, room)
    if (!about) throw nothing('There is no such passage in the source any more.')
    return [about]
  }
  if (!tweet) throw nothing('This tweet is gone.')
  const parts = withoutClosing(tweet.text, options.callToAction)
  switch (kind) {
    case 'shorter': {
      const shorter = await inFewerSentences(parts.body, options.language ?? source.language)
      if (shorter === null)
        throw nothing('None of its sentences can be left out without changing what it says.')
      return [{ text: withClosing(shorter, parts), spans: tweet.spans }]
    }
    case 'hook': {
      const closing = parts.closing === '' ? 0 : countedLength(`\n\n${parts.closing}`, network)
      // Nobody posts a tweet twice.
      const known = new Set(others.map(({ text }) => text))
      const hooks = otherHooks(
        { source, network },
        { room: room - closing, present: tweet, taken, most: hookCount + known.size },
      )
        .filter(({ text }) => !known.has(text))
        .slice(0, hookCount)
      if (hooks.length === 0) throw nothing('The source has no other sentence that could open the thread.')
      return hooks.map(({ text, spans }) => ({ text: withClosing(text, parts), spans }))
    }
    case 'continue': {
      if (tweet.spans.length === 0)
        throw nothing('This tweet has no passage in the source from which it could go on.')
      const after = Math.max(...tweet.spans.map(({ end }) => end))
      const next = goingOn({ source, network }, { room, after, taken })
      if (!next)
        throw nothing('Nothing follows its passage in the source that the thread doesn’t say already.')
      return [next]
    }
    default:
      throw new AppError('needs-model', 'Only a writing model can do this, and none is connected.', {
        status: 422,
      })
  }
}
