import { isDeepStrictEqual } from 'node:util'
import type { World } from './world.ts'

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a thing had where it now differs, as Stripe's `previous_attributes`: of lists the whole. */
function previousAttributes(before: object, after: object): Record<string, unknown> {
  const now = new Map(Object.entries(after))
  const changed = Object.entries(before).flatMap(([name, value]): [string, unknown][] => {
    const other = now.get(name)
    if (isDeepStrictEqual(value, other)) return []
    return [[name, isPlain(value) && isPlain(other) ? previousAttributes(value, other) : value]]
  })
  return Object.fromEntries(changed)
}

/** Makes a change and tells of it, if it made a difference to what is seen. */
export function change(world: World, type: string, present: () => object, run: () => void): void {
  const before = structuredClone(present())
  run()
  const after = present()
  const previous = previousAttributes(before, after)
  if (Object.keys(previous).length > 0) world.tell(type, after, previous)
}
