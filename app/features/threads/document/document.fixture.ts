import fc from 'fast-check'
import type { Outcome } from './edits/outcome.ts'
import type { DocumentTweet, ThreadDocument } from './thread-document.ts'

/** A tweet as tests need it: its id says which it is. */
export const tweet = (id: string, text = `Text of ${id}.`, marks: Partial<DocumentTweet> = {}) => {
  return { id, text, spans: [], isOpinion: false, isLocked: false, ...marks } satisfies DocumentTweet
}

export const documentOf = (...tweets: DocumentTweet[]): ThreadDocument => ({ numbering: false, tweets })

/** The document that an edit made. */
export function edited(outcome: Outcome): ThreadDocument {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.document
}

export const codeOf = (outcome: Outcome) => (outcome.ok ? null : outcome.refusal.code)
export const textsOf = ({ tweets }: ThreadDocument) => tweets.map(({ text }) => text)
export const idsOf = ({ tweets }: ThreadDocument) => tweets.map(({ id }) => id)
export const withoutSpace = (text: string) => text.replace(/\s/g, '')

const words = [
  'the',
  'river',
  'froze',
  'in',
  '1963',
  'so',
  'people',
  'walked',
  'across.',
  'Why?',
  '漢字です。',
  '👨‍👩‍👧',
]
const spaces = [' ', ' ', ' ', '\n', '\n\n']
/** Prose of up to so many words. */
export const prose = (maxLength = 30) =>
  fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...spaces)), { maxLength })
    .map((pairs) => pairs.map(([word, space]) => word + space).join(''))
