import { families } from '#app/features/legacy/record.ts'
import type { Report } from './run-import.ts'

const reasons: Record<string, string> = {
  'no-address': 'no address: nobody could come in',
  'bad-address': 'the address is none',
  'is-here-already': 'the address is here already',
  'not-active': 'not active',
  'is-over': 'its time is over',
  'no-end': 'it says no end (give one with --endless-until)',
  'not-understood': 'it can’t be understood',
  'unknown-person': 'of a person who was not taken over',
  'no-owner': 'a cached thread of nobody',
  'no-tweets': 'no tweets that can be read',
  'too-many-tweets': 'more tweets than a thread takes',
  'source-too-long': 'its source is longer than any plan takes',
  'refused-content': 'Threadr makes no threads of what it says',
  'no-name': 'the key has no name, or too long a one',
  'other-type': 'neither a string nor a hash',
  'too-large': 'larger than 2 MB',
  gone: 'gone meanwhile',
  'not-storable': 'it holds what the database doesn’t take',
}

/** What was done and left, as lines for whoever ran it. */
export function sayReport({ isTrial, families: counted }: Report): string[] {
  return [
    isTrial ? 'A trial: nothing was kept. It would be:' : 'Taken over:',
    ...families.flatMap((family) => {
      const { scanned, imported, before, skipped } = counted[family]
      const left = Object.entries(skipped).toSorted(([, one], [, other]) => other - one)
      return [
        `  ${family}: ${imported} of ${scanned}${before > 0 ? `, ${before} before` : ''}`,
        ...left.map(([reason, count]) => `    ${count} left: ${reasons[reason] ?? reason}`),
      ]
    }),
  ]
}
