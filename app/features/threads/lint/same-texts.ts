import { words } from '#app/features/segmentation/words.ts'
import { removeTweet } from '../document/edits/arrange-tweets.ts'
import { postedTexts } from '../document/posted-texts.ts'
import { type Finding, type Fix, found, type LintedThread } from './finding.ts'
import { networkNames, partNames } from './network-names.ts'

/** Share of the words that two tweets have in common, of those that either has, from which on they are told as alike. */
const alikeFrom = 0.8
/** Of fewer words a share says nothing. */
const fewestWords = 5

type Read = {
  tweet: LintedThread['document']['tweets'][number]
  position: number
  said: string
  posted: string
  words: Set<string>
}

/** Tweets that say what one before them says: word for word, which X refuses, or nearly so. */
export function sameTexts(thread: LintedThread): Finding[] {
  const { document, network, language } = thread
  const posted = postedTexts(document)
  const read = document.tweets.map((tweet, at): Read => {
    const own = words(tweet.text, language ?? undefined).map(({ start, end }) =>
      tweet.text.slice(start, end).toLowerCase(),
    )
    return {
      tweet,
      position: at + 1,
      said: plain(tweet.text),
      posted: plain(posted[at] ?? ''),
      words: new Set(own),
    }
  })
  return read.flatMap((later, at) => {
    if (later.said === '') return []
    const fix: Fix = {
      label: 'Take this one out',
      note: null,
      edit: (edited) => removeTweet(edited, later.tweet.id),
    }
    const earlier = read.slice(0, at)
    const same = earlier.find(({ said }) => said === later.said)
    if (same) {
      const isRefused = same.posted === later.posted && network === 'x'
      return found(later, {
        code: 'same-text',
        level: isRefused ? 'stops' : 'look',
        message: `It says the same as ${partNames[network]} ${same.position}.${isRefused ? ` ${networkNames[network]} refuses a post that you have just posted.` : ''}`,
        fix,
      })
    }
    const alike = earlier.find((other) => share(other.words, later.words) >= alikeFrom)
    if (!alike) return []
    const message = `It says nearly the same as ${partNames[network]} ${alike.position}.`
    return found(later, { code: 'alike', level: 'look', message, fix })
  })
}

const plain = (text: string) => text.normalize().toLowerCase().replaceAll(/\s+/g, ' ').trim()

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (Math.min(one.size, other.size) < fewestWords) return 0
  let common = 0
  for (const word of one) if (other.has(word)) common += 1
  return common / (one.size + other.size - common)
}
