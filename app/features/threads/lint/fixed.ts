import { type WordChange, wordByWord } from '#app/features/sources/compare-texts.ts'
import type { ThreadDocument } from '../document/thread-document.ts'
import type { Finding } from './finding.ts'

/** What a fix would make of its tweet: the texts that stand in its place, none where it goes; or why it can't be made. */
export type Fixed = { parts: string[]; refusal: null } | { parts: null; refusal: string }

/** Tries a fix on the document that it was found in, without changing anything. Null for a finding without one. */
export function fixedBy(
  { fix, tweetId }: Pick<Finding, 'fix' | 'tweetId'>,
  document: ThreadDocument,
): Fixed | null {
  if (!fix) return null
  let made = 0
  const outcome = fix.edit(document, () => `new-${made++}`)
  if (!outcome.ok) return { parts: null, refusal: outcome.refusal.message }
  const at = document.tweets.findIndex(({ id }) => id === tweetId)
  const count = outcome.document.tweets.length - document.tweets.length + 1
  return { parts: outcome.document.tweets.slice(at, at + count).map(({ text }) => text), refusal: null }
}

/** A finding as a page shows it: what would change, word by word, for each tweet that would stand in its place. */
export type ShownFinding = Pick<Finding, 'key' | 'code' | 'level' | 'position' | 'message'> & {
  fix: { label: string; note: string | null; parts: WordChange[][] } | null
  /** Why its fix can't be made now. */
  refusal: string | null
}

export function shownFinding(finding: Finding, document: ThreadDocument): ShownFinding {
  const { key, code, level, position, message, fix } = finding
  const fixed = fixedBy(finding, document)
  const told = { key, code, level, position, message }
  if (!fix || !fixed) return { ...told, fix: null, refusal: null }
  if (fixed.parts === null) return { ...told, fix: null, refusal: fixed.refusal }
  const was = document.tweets[position - 1]?.text ?? ''
  return {
    ...told,
    fix: { label: fix.label, note: fix.note, parts: changesOf(was, fixed.parts) },
    refusal: null,
  }
}

function changesOf(was: string, parts: readonly string[]): WordChange[][] {
  const [only, ...more] = parts
  if (only === undefined) return was === '' ? [] : [[{ text: was, change: 'removed' }]]
  if (more.length === 0) return [seenChanges(was, only)]
  // Cut apart, and nothing else: what stood there stands there still.
  return parts.map((text) => [{ text, change: 'same' }])
}

/** What is drawn of nothing: white space, and the mark that keeps a name from being a link. */
const drawsNothing = /^[\s\u200c]*$/

/** Word by word; where a change by itself couldn't be seen, the words around it are told as exchanged. */
function seenChanges(was: string, is: string): WordChange[] {
  const words = wordByWord(was, is)
  const isSeen = words.some(({ text, change }) => change !== 'same' && !drawsNothing.test(text))
  if (isSeen || was === is) return words
  const start = was.slice(0, sameFromStart(was, is)).search(/\S*$/)
  const left = sameFromStart(reversed(was.slice(start)), reversed(is.slice(start)))
  const end = left - was.slice(was.length - left).search(/\s|$/)
  const parts: WordChange[] = [
    { text: was.slice(0, start), change: 'same' },
    { text: was.slice(start, was.length - end), change: 'removed' },
    { text: is.slice(start, is.length - end), change: 'added' },
    { text: was.slice(was.length - end), change: 'same' },
  ]
  return parts.filter(({ text }) => text !== '')
}

function sameFromStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

const reversed = (text: string) => [...text].reverse().join('')
