import type { Within } from '#app/platform/statement.server.ts'
import type { RuleName } from '../rules.ts'
import { readDigests } from './digests.ts'
import { readMailReadings } from './mail.ts'
import { readProcesses } from './processes.ts'
import { readResting } from './resting.ts'
import { readStripe } from './stripe.ts'
import { readTraffic } from './traffic.ts'
import { readUsual } from './usual.ts'

/** What each rule looks at, in its unit; null where there is too little to say anything. */
export type Readings = Record<RuleName, number | null>

/** Reads what the rules look at, as it is at a moment. Each is one statement, of a connection that may be in a transaction. */
export async function readReadings(within: Within, now: Date): Promise<Readings> {
  return {
    // While this can be read it is there; the web process watches it (watch/).
    'database-gone': 0,
    ...(await readProcesses(within, now)),
    ...(await readTraffic(within, now)),
    ...(await readResting(within, now)),
    ...(await readStripe(within, now)),
    ...(await readMailReadings(within, now)),
    ...(await readUsual(within, now)),
    ...(await readDigests(within, now)),
  }
}
