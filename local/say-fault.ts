import { LocalFault } from './fault.ts'

/** Ends a local command that could not go on: one sentence for what the person can mend, everything for a bug. */
export function sayFault(error: unknown): never {
  if (error instanceof LocalFault) {
    console.error(error.message)
    process.exit(error.exitCode)
  }
  console.error(error)
  process.exit(1)
}
