import { expect, test } from 'vitest'
import { documentOf, edited, idsOf, textsOf, tweet } from '../document.fixture.ts'
import { removeTweet } from '../edits/arrange-tweets.ts'
import { setText } from '../edits/set-text.ts'
import { splitTweet } from '../edits/split-tweet.ts'
import { mergeDocuments } from '../merge/merge-documents.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { begin, type History, record, redo, type Step, undo } from './history.ts'
import { rebase } from './rebase.ts'

const start = documentOf(tweet('a', 'The river froze.'), tweet('b', 'People walked.'))

const typed = (history: History, tweetId: string, text: string, at = history.past.length * 5_000) =>
  record(history, edited(setText(history.present, tweetId, text)), { kind: 'typing', tweetId, at })
/** What another tab made of the document that both began with, merged with what stands here. */
const arrived = (history: History, theirs: ThreadDocument) =>
  mergeDocuments(start, history.present, theirs).merged
const undone = (history: History) => undo(history)?.history ?? history
const step = (kind: Step['kind']): Step => ({ kind, at: 0 })

test('undoing takes back one’s own words and leaves those of the other tab', () => {
  const own = typed(typed(begin(start), 'a', 'The wide river froze.'), 'a', 'The wide river froze twice.')
  const theirs = edited(setText(start, 'b', 'Many people walked.'))
  const both = rebase(own, arrived(own, theirs))
  expect(textsOf(both.present)).toEqual(['The wide river froze twice.', 'Many people walked.'])
  const back = undone(undone(both))
  expect(textsOf(back.present)).toEqual(['The river froze.', 'Many people walked.'])
  const forth = redo(redo(back)?.history ?? back)
  expect(forth?.document).toBe(both.present)
})

test('the other tab’s words in the same tweet stay too', () => {
  const own = typed(begin(start), 'a', 'The wide river froze.')
  const both = rebase(own, arrived(own, edited(setText(start, 'a', 'The river froze hard.'))))
  expect(textsOf(both.present)[0]).toBe('The wide river froze hard.')
  expect(textsOf(undone(both).present)[0]).toBe('The river froze hard.')
})

test('a step about the very words that the other tab changed leaves theirs, and goes where nothing else is in it', () => {
  const own = typed(typed(begin(start), 'a', 'The lake froze.'), 'b', 'People ran.')
  const both = rebase(own, edited(setText(own.present, 'a', 'The pond froze.')))
  expect(both.past).toHaveLength(1)
  expect(textsOf(undone(both).present)).toEqual(['The pond froze.', 'People walked.'])
})

test('a tweet that the other tab removed doesn’t come back, and one that it changed stays', () => {
  const own = typed(typed(begin(start), 'b', 'People ran.'), 'a', 'It froze.')
  const removed = rebase(own, edited(removeTweet(own.present, 'b')))
  expect(idsOf(undone(undone(removed)).present)).toEqual(['a'])

  const split = record(begin(start), edited(splitTweet(start, 'b', 6, 'n')), step('split'))
  const changed = rebase(split, edited(setText(split.present, 'n', 'walked far.')))
  expect(textsOf(undone(changed).present)).toContain('walked far.')
})

test('what was undone can still be redone after others wrote', () => {
  const own = undone(typed(begin(start), 'a', 'It froze.'))
  const both = rebase(own, arrived(own, edited(setText(start, 'b', 'Many walked.'))))
  expect(textsOf(redo(both)?.document ?? start)).toEqual(['It froze.', 'Many walked.'])
})

test('typing goes on as one step when the check brings passages meanwhile, but not when words came', () => {
  const own = typed(begin(start), 'a', 'The river froze. N', 0)
  const found = own.present.tweets.map((one) => ({ ...one, spans: [{ start: 0, end: 4 }] }))
  const checked = rebase(own, { ...own.present, tweets: found })
  const on = typed(checked, 'a', 'The river froze. No', 200)
  expect(on.past).toHaveLength(1)
  expect(undone(on).present.tweets.map(({ text, spans }) => [text, spans.length])).toEqual([
    ['The river froze.', 1],
    ['People walked.', 1],
  ])
  const words = rebase(own, edited(setText(own.present, 'b', 'Many walked.')))
  expect(typed(words, 'a', 'The river froze. No', 200).past).toHaveLength(2)
})

test('an accepted candidate is a step of one’s own', () => {
  const history = record(begin(start), edited(setText(start, 'a', 'Ice on the river.')), step('candidate'))
  expect(undone(history).present).toBe(start)
})
