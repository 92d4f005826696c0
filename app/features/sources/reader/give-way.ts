import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { setFlagsFromString } from 'node:v8'

/** The lowest there is. */
const lowest = 19

/**
 * Lets the calling thread give way to all else on the computer, where the system knows priorities of threads (Linux; elsewhere it
 * would be the whole process). So do V8's own threads, which compile for it, and mark and sweep its garbage: on the other
 * cores, with the process's priority.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  // Linux takes 0 for the thread that asks.
  setPriority(0, lowest)
  setFlagsFromString('--single-threaded-gc')
  for (const thread of helpers()) setPriority(thread, lowest)
}

function helpers(): number[] {
  try {
    return readdirSync('/proc/self/task')
      .filter((thread) => readFileSync(`/proc/self/task/${thread}/comm`, 'utf8').startsWith('V8Worker'))
      .map(Number)
  } catch {
    // Without them, or where one has just ended, reading is as right as before.
    return []
  }
}
