import { fitText } from '#app/features/counting/numbering.ts'
import { fits, type Room } from './room.ts'

/** What the last tweet has to carry: the person's closing line, word for word, and the source's address. */
type Closing = { callToAction: string; url: string | null; title: string }

const oneSpaced = (text: string) => text.replace(/\s+/gu, ' ')
const joined = (parts: string[]) => parts.filter((part) => part !== '').join('\n\n')

/** The longest beginning of `text`, ended at a sentence where it can be, that leaves room for `after`. */
function shortenedBefore(text: string, after: string, room: Room): string {
  // Lengths don't add up exactly on every network, so less is tried until the whole really fits.
  for (let limit = room.limit; limit > 0; limit -= 5) {
    const whole = joined([fitText(text, room.network, limit), after])
    if (fits(whole, room)) return whole
  }
  return after
}

/** The parts that fit into one tweet together; a closing line that alone is over the limit is cut, an address dropped. */
function withinOneTweet(parts: string[], room: Room): string {
  let kept: string[] = []
  for (const part of parts) {
    if (fits(joined([...kept, part]), room)) kept = [...kept, part]
  }
  const [first] = parts
  return kept.length > 0 || first === undefined ? joined(kept) : fitText(first, room.network, room.limit)
}

/**
 * The thread's last tweet with what it has to carry (empty where there is only that). Where that doesn't fit, a closing tweet of its own follows when
 * `mayAppend`; otherwise the last tweet is shortened to make room. Never gives a tweet over the limit.
 */
export function closeThread(last: string, closing: Closing, room: Room, mayAppend: boolean): string[] {
  const { callToAction, url } = closing
  const missing = [
    callToAction === '' || oneSpaced(last).includes(oneSpaced(callToAction)) ? '' : callToAction,
    url === null || last.includes(url) ? '' : url,
  ].filter((part) => part !== '')
  if (missing.length === 0) return [last]

  const whole = joined([last, ...missing])
  if (last !== '' && fits(whole, room)) return [whole]

  const ending = withinOneTweet(missing, room)
  if (ending === '') return [last]
  if (last !== '' && !mayAppend) return [shortenedBefore(last, ending, room)]
  // An address alone says little; the title does, in the source's own words.
  const titled = joined([closing.title, ending])
  const own = callToAction === '' && fits(titled, room) ? titled : ending
  return last === '' ? [own] : [last, own]
}
