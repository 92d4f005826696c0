import type { Measure } from '#app/features/counting/count.ts'
import { measure } from '#app/features/counting/count.ts'
import { rules } from '#app/features/counting/networks.ts'
import { removeTweet } from '../document/edits/arrange-tweets.ts'
import { pasteText } from '../document/edits/paste-text.ts'
import { postedTexts } from '../document/posted-texts.ts'
import { type Finding, found, type Looked } from './finding.ts'
import { networkNames } from './network-names.ts'

/** A tweet that the network takes no post of: longer than it allows, its number counted, or empty. */
export function overLimit(looked: Looked): Finding[] {
  const { tweet, position, thread } = looked
  if (tweet.text.trim() === '')
    return [
      found(looked, {
        code: 'empty',
        level: 'stops',
        message: 'Nothing stands in it.',
        fix: { label: 'Take it out', note: null, edit: (document) => removeTweet(document, tweet.id) },
      }),
    ]
  const posted = postedTexts(thread.document)[position - 1] ?? tweet.text
  const { network, language } = thread
  const limit = thread.limit ?? rules[network].limit
  const measured = measure(posted, network, { limit })
  if (!measured.over) return []
  return [
    found(looked, {
      code: 'over-limit',
      level: 'stops',
      message: overSentence(measured, networkNames[network]),
      fix: {
        label: 'Split it',
        note: null,
        edit: (document, newId) =>
          pasteText(document, { tweetId: tweet.id, start: 0, end: tweet.text.length }, tweet.text, {
            network,
            limit,
            newId,
            ...(language !== null && { language }),
          }),
      },
    }),
  ]
}

/** By how much a text is longer than a network allows. */
export function overSentence({ length, limit, warning }: Measure, name: string): string {
  if (length <= limit && warning !== null) return warning
  const over = length - limit
  return `It is ${over.toLocaleString('en')} ${over === 1 ? 'character' : 'characters'} longer than the ${limit.toLocaleString('en')} that ${name} takes.`
}
