import { expect } from 'vitest'
import { type RuleName, rules } from '#app/features/alerts/rules.ts'
import type { alertWorld } from './alert-world.ts'

/** What a fault is to lead to: its own alert and no other, no sooner than its rule says, and its end likewise. */
export function alertFaults(world: ReturnType<typeof alertWorld>) {
  /** Lets minutes pass until a rule fires, of which there may be so many, but no fewer than it says, and no other fires meanwhile. */
  async function fires(rule: RuleName, mostMinutes: number, each = async () => {}): Promise<void> {
    const minutes = await until(rule, true, mostMinutes, each)
    expect(minutes).toBeGreaterThan(rules[rule].forMinutes)
  }
  /** And until it is over. */
  async function clears(rule: RuleName, mostMinutes: number, each = async () => {}): Promise<void> {
    const minutes = await until(rule, false, mostMinutes, each)
    expect(minutes).toBeGreaterThan(rules[rule].clearAfterMinutes)
  }
  async function until(
    rule: RuleName,
    isFiring: boolean,
    mostMinutes: number,
    each = async () => {},
  ): Promise<number> {
    const step = !isFiring && mostMinutes > 30 ? 3 : 1
    for (let minute = step; ; minute += step) {
      await each()
      await world.pass(step, step)
      const firing = await world.firing()
      expect([[], [rule]]).toContainEqual(firing)
      if (firing.includes(rule) === isFiring) return minute
      expect(minute, `${rule} does not ${isFiring ? 'fire' : 'clear'}`).toBeLessThan(mostMinutes)
    }
  }
  return { fires, clears }
}
