import { reasonOf } from '#app/platform/error-reason.ts'
import type { Fault, Outcome } from './fault.ts'

/** Runs one fault; what it throws is what was seen. */
export async function runFault(fault: Fault): Promise<Outcome> {
  try {
    return await fault.run()
  } catch (error) {
    return { ok: false, seen: reasonOf(error) }
  }
}
