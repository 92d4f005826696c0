import { createHmac } from 'node:crypto'
import type pg from 'pg'
import { countedAddress } from './client-address.ts'
import { type Counters, createCounters, type Verdict } from './limits/counters.server.ts'
import { limitsUnavailable, tooManyRequests } from './limits/refusal.ts'
import {
  type CountedBy,
  type Limit,
  type LimitName,
  type LimitTable,
  limitTable,
  type Rule,
} from './limits/table.ts'
import type { Logger } from './logger.server.ts'
import { type Owner, ownerKey } from './owner.ts'
import type { PlanName } from './plan-name.ts'
import type { Redis } from './redis/redis.ts'

type Who = { ip: string; owner: Owner; identifier: string; plan: PlanName }
type NeededBy<By extends CountedBy> = By extends 'ip+identifier' ? 'ip' | 'identifier' : By

type RuleOf<Name extends LimitName> = LimitTable[Name]['rules'][number]
type PlanOf<Name extends LimitName> = RuleOf<Name>['points'] extends number ? never : 'plan'

/**
 * Who is counted: the address as the server knows it, whose session it is, what was typed, the plan that they are on;
 * whatever the limit's rules need.
 */
type Counted<Name extends LimitName> = Pick<Who, (NeededBy<RuleOf<Name>['by']> | PlanOf<Name>) & keyof Who>

export type Limits = {
  /**
   * Counts an attempt, before it is carried out. Throws an AppError: `too-many-requests` (429) with the wait, or
   * `limits-unavailable` (503) where it costs money and nothing can be counted.
   */
  take<Name extends LimitName>(name: Name, who: Counted<Name>): Promise<void>
  /**
   * Begins anew for one person at one address, who has just shown to be who they say (the rule by `ip+identifier`).
   * What others count to (the address, the account) stays.
   */
  forgive<Name extends LimitName>(name: Name, who: Counted<Name>): Promise<void>
}

/**
 * The limits of the table, shared by all processes. They are counted in Redis, where there is one that answers, else in
 * PostgreSQL, else within the process. What costs money is counted in PostgreSQL in any case, so that no loss of Redis
 * opens it, and refused where that can't be: Redis then only keeps a flood away from the database.
 */
export function createLimits(options: {
  pool: pg.Pool
  redis: Redis
  logger: Logger
  /** Keeps addresses and what was typed from being read off the counts. */
  secret: string
  /** What every rule's points are multiplied by; 1 without it. */
  factor?: number
  /** Another table, for tests; its names are the table's. */
  table?: Partial<Record<LimitName, Limit>>
}): Limits {
  const { logger, secret, factor = 1, table = {} } = options
  const known = new Map<string, Counters>()

  /** Those of one rule count under the same keys for every plan, and differ in how far. */
  function countersOf(name: LimitName, rule: Rule, plan: PlanName | undefined): Counters {
    const ruleName = `${name}:${rule.by}`
    const points = pointsFor(rule, plan) * factor
    const id = `${ruleName}:${points}`
    const counters = known.get(id) ?? createCounters(ruleName, { ...rule, points }, options)
    known.set(id, counters)
    return counters
  }
  const keyOf = (value: string) => createHmac('sha256', secret).update(value).digest('base64url')

  async function count(name: LimitName, { costs }: Limit, counters: Counters, key: string): Promise<Verdict> {
    const inRedis = await counters.inRedis(key)
    if (inRedis && (!costs || inRedis.refusedFor !== null)) return inRedis
    try {
      return await counters.inDatabase(key)
    } catch (error) {
      logger.error({ err: error, limit: name, costs }, 'a limit could not be counted in the database')
      if (costs) throw limitsUnavailable(error)
      return counters.inProcess(key)
    }
  }

  return {
    async take(name: LimitName, who: Partial<Who>) {
      const limit: Limit = table[name] ?? limitTable[name]
      for (const rule of limit.rules) {
        const value = countedOf(rule, who)
        if (value === null) continue
        const { refusedFor } = await count(name, limit, countersOf(name, rule, who.plan), keyOf(value))
        if (refusedFor === null) continue
        logger.info({ limit: name, by: rule.by }, 'refused: too many requests')
        throw tooManyRequests(limit.refused, refusedFor)
      }
    },
    async forgive(name: LimitName, who: Partial<Who>) {
      const limit: Limit = table[name] ?? limitTable[name]
      const rule = limit.rules.find(({ by }) => by === 'ip+identifier')
      const value = rule && countedOf(rule, who)
      if (rule && value) await countersOf(name, rule, who.plan).clear(keyOf(value))
    },
  }
}

/** What holds for somebody whose plan isn't said is the least of what holds for any: types see to it that it is said. */
const pointsFor = ({ points }: Rule, plan: PlanName | undefined): number =>
  typeof points === 'number' ? points : plan ? points[plan] : Math.min(...Object.values(points))

/** What a rule counts of somebody; null where it doesn't hold for them. Types see to it that what it needs is there. */
function countedOf(
  { by, onlyVisitors }: Rule,
  { ip = '', owner, identifier = '' }: Partial<Who>,
): string | null {
  if (onlyVisitors && owner && 'userId' in owner) return null
  const typed = identifier.normalize('NFKC').trim().toLowerCase()
  if (by === 'owner') return owner ? ownerKey(owner) : null
  if (by === 'ip') return countedAddress(ip)
  return by === 'identifier' ? typed : `${countedAddress(ip)} ${typed}`
}
