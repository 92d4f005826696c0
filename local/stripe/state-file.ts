import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { emptyState, type State, stateSchema } from './state.ts'

/** Events are kept for 30 days, as at Stripe. */
const eventsKept = 30 * 86_400

/**
 * What was kept in a file, and in words why there is nothing where the file is there but can't be used: it is set aside under
 * another name then, and all begins anew.
 */
export function readState(file: string): { state: State; fault: string | null } {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { state: emptyState(), fault: null }
    return { state: emptyState(), fault: `${file} can’t be read: the stand-in of Stripe begins anew.` }
  }
  const parsed = stateSchema.safeParse(parseJson(content))
  if (parsed.success) return { state: parsed.data, fault: null }
  renameSync(file, `${file}.damaged`)
  return {
    state: emptyState(),
    fault: `${file} is torn or not the stand-in’s: it has been put aside as ${file}.damaged, and the stand-in of Stripe begins anew.`,
  }
}

/** Writes the state so that a crash leaves the old file or the new one, and never half of one. */
export function writeState(file: string, state: State, now: number): void {
  for (const event of Object.values(state.events))
    if (event.created < now - eventsKept && !event.pending) delete state.events[event.id]
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return null
  }
}
