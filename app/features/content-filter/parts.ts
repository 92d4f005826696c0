import type { Part } from './assert-allowed.ts'

/** What a person asks of a writer, each part with the field of the form that it came from. */
export function partsAskedFor(wishes: {
  instruction: string
  callToAction: string
  audience: string
}): Part[] {
  return [
    { named: 'Your instruction', place: 'asked', text: wishes.instruction, field: 'instruction' },
    { named: 'The closing line', place: 'asked', text: wishes.callToAction, field: 'callToAction' },
    { named: 'The audience', place: 'asked', text: wishes.audience, field: 'audience' },
  ]
}

/** A text that was pasted or uploaded; `field` is where it was given. */
export const partOfSource = (text: string, field: 'source' | 'file'): Part => ({
  named: 'The text',
  place: 'source',
  text,
  field,
})

/** What would be posted, as a whole, since a tweet may only say what it says after the one before. */
export const partOfTweets = (tweets: string[]): Part => ({
  named: 'The written thread',
  place: 'tweets',
  text: tweets.join('\n\n'),
})
