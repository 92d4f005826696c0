import { cleanByline } from '#app/features/sources/html/byline.ts'
import { isoDate } from '#app/features/sources/iso-date.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import type { Expected } from './saved-pages.ts'

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether the same is meant, with or without the site's name at one end. */
function sameWords(ours: string | null, theirs: string): boolean {
  const [a, b] = [letters(ours ?? ''), letters(theirs)]
  return (
    a !== '' &&
    (a === b ||
      (a.length >= 5 && b.startsWith(a)) ||
      (a.length >= 8 && b.includes(a)) ||
      (b.length >= 8 && a.includes(b)))
  )
}

export const details = ['title', 'byline', 'language', 'site', 'date'] as const
export type Agreement = Record<(typeof details)[number], boolean | null>

/** Which of a page's details are read as expected; null where nothing is expected. */
export function agreementOf(
  { title, byline, language, siteName, publishedAt }: Snapshot,
  expected: Expected | null,
): Agreement {
  const theirs = expected ?? {}
  const names = theirs.byline ? (cleanByline([theirs.byline]) ?? theirs.byline) : null
  return {
    title: theirs.title ? sameWords(title, theirs.title) : null,
    byline: names ? sameWords(byline, names) : null,
    language: theirs.lang ? language?.split('-')[0] === theirs.lang.toLowerCase().split('-')[0] : null,
    site: theirs.siteName ? sameWords(siteName, theirs.siteName) : null,
    date: theirs.publishedTime
      ? isoDate(theirs.publishedTime)?.slice(0, 10) === publishedAt?.slice(0, 10)
      : null,
  }
}
