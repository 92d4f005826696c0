import type pg from 'pg'
import { noteExposure } from '#app/features/analytics/note-seen.server.ts'
import type { AppContext } from '#app/platform/context.ts'
import { seconds } from '#app/platform/durations.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { PlanName } from '#app/platform/plan-name.ts'
import { declaredFlags, type FlagName } from './declared.ts'
import { type FlagState, isIn } from './is-in.ts'
import { readFlags } from './read-flags.ts'

/** A change reaches every process within this time. */
const keptFor = seconds(5)

type Kept = { until: number; states: Promise<ReadonlyMap<string, FlagState>> }
const kept = new WeakMap<pg.Pool, Kept>()

type FlagContext = Pick<AppContext, 'database' | 'logger'>

/**
 * Whether somebody is in of a flag. Without a row, or where the database can't be asked, it is what is declared; that it was
 * shown is noted once a person or browser and day. It never throws.
 */
export async function isOn(
  request: Request,
  context: FlagContext,
  flag: FlagName,
  { owner, planOf }: { owner: Owner; planOf: () => Promise<PlanName> },
): Promise<boolean> {
  try {
    const state = (await statesOf(context.database.pool)).get(flag)
    if (!state) return declaredFlags[flag].default
    const answer = await isIn(flag, state, owner, planOf)
    // With the flag off nobody is compared to anybody.
    if (state.isOn) noteExposure(request, context, { flag, isOn: answer, owner })
    return answer
  } catch (error) {
    context.logger.warn({ err: error, flag }, 'a flag could not be read and is as declared')
    return declaredFlags[flag].default
  }
}

/** All flags by one statement every few seconds, which all requests of that time share. */
function statesOf(pool: pg.Pool): Kept['states'] {
  const known = kept.get(pool)
  if (known && known.until > Date.now()) return known.states
  const states = readFlags(pool).then((flags) => new Map(flags.map((each) => [each.name, each])))
  const next = { until: Date.now() + keptFor, states }
  kept.set(pool, next)
  // What failed is asked again by the next.
  states.catch(() => kept.get(pool) === next && kept.delete(pool))
  return states
}

/** Has the next request of this process see what was changed by it. */
export const forgetFlags = (pool: pg.Pool) => kept.delete(pool)
