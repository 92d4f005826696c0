import { describe, expect, test } from 'vitest'
import { fairForms, tallyMutations } from './mutations.ts'

/** The bars are 90 % and 5 % (`npm run -s eval -- mutations`, on all sources); these few are held to a little less of the first. */
const leastFound = 0.85
const mostDoubted = 0.01

describe('a sentence of a source', () => {
  test.each(['de', 'en', 'es', 'ja'])(
    'changed in one place is doubted, and dressed for a thread it is not (%s)',
    async (tag) => {
      const tallies = [...(await tallyMutations(tag, ['unseen']))]
      const share = (isFair: boolean) => {
        const those = tallies.filter(([kind]) => fairForms.has(kind) === isFair).map(([, tally]) => tally)
        const [flagged, all] = [
          those.reduce((sum, each) => sum + each.flagged, 0),
          those.reduce((sum, each) => sum + each.all, 0),
        ]
        expect(all).toBeGreaterThan(50)
        return flagged / all
      }
      expect(share(false)).toBeGreaterThanOrEqual(leastFound)
      expect(share(true)).toBeLessThanOrEqual(mostDoubted)
    },
  )
})
