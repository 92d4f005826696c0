/**
 * Rewrites top-level-domains.ts from the list that twitter-text (a development dependency) links, so that both agree
 * on what a link is. Run with Node after an update of twitter-text: `node app/features/counting/generate-top-level-domains.ts`.
 */
import { writeFileSync } from 'node:fs'
import twitter from 'twitter-text'

/** The names in a regular expression of the form `(?:(?:one|two)(?=…))`. */
function names(pattern: RegExp): string[] {
  return pattern.source
    .replace(/\(\?=.*$/, '')
    .replaceAll(/\(\?:|\)/g, '')
    .split('|')
}

/** Sorted names, each as a digit (how many UTF-16 units it shares with the one before, 9 at most) and its rest. */
function frontCoded(sorted: string[]): string {
  let before = ''
  return sorted
    .map((name) => {
      let same = 0
      while (same < 9 && same < name.length && name[same] === before[same]) same++
      before = name
      return `${same}${name.slice(same)}`
    })
    .join('')
}

const all = [...new Set([...names(twitter.regexen.validGTLD), ...names(twitter.regexen.validCCTLD)])].sort()
const lines = (frontCoded(all).match(/.{1,104}/gu) ?? []).map((line) => `  '${line}',\n`)
writeFileSync(
  new URL('./top-level-domains.ts', import.meta.url),
  `// Written by generate-top-level-domains.ts; don't edit by hand.

/** All top-level domains, sorted; a digit begins a name and says how many units it shares with the one before. */
export const frontCodedNames = [
${lines.join('')}].join('')
`,
)
