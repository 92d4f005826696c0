import { paths } from '#app/paths.ts'
import type { Digest, DigestThread } from './gather-digest.ts'

/** Of a part; the rest stands in the library. */
const mostListed = 5

export type DigestPart = {
  key: 'changed' | 'posted' | 'made' | 'waiting'
  title: string
  about: string
  /** The first five. */
  threads: DigestThread[]
  /** How many there are beside them, in words; null for none. */
  more: string | null
}

const words: Record<DigestPart['key'], { title: string; about: string }> = {
  changed: {
    title: 'The source has changed',
    about: 'What these threads were made from says something else by now.',
  },
  made: { title: 'New', about: 'Written since the last digest.' },
  waiting: { title: 'Waiting for you', about: 'Ready, and not posted yet.' },
  posted: { title: 'Posted', about: 'Out in full.' },
}
const order = ['changed', 'made', 'waiting', 'posted'] as const

/** The parts of a digest in the order in which they ask for something, without the empty ones. */
export function digestParts(digest: Digest): DigestPart[] {
  return order.flatMap((key) => {
    const all = digest[key]
    if (all.length === 0) return []
    const left = all.length - mostListed
    const more = left > 0 ? `And ${left} more in your library.` : null
    return [{ key, ...words[key], threads: all.slice(0, mostListed), more }]
  })
}

/** Where there is something to do about it. */
export const pathOf = (key: DigestPart['key'], { id, sourceId }: DigestThread) =>
  key === 'changed' ? paths.source(sourceId) : paths.thread(id)
