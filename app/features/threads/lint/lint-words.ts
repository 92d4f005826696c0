import { accidentalLinks } from './accidental-links.ts'
import { accidentalTags } from './accidental-tags.ts'
import { cashtags } from './cashtags.ts'
import type { Finding, Looked } from './finding.ts'

/** What to look at in a tweet's own words, whatever stands before and after it and whatever the source says. */
export const lintWords = (looked: Looked): Finding[] =>
  [cashtags, accidentalLinks, accidentalTags].flatMap((check) => check(looked))
