import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fleet } from '#tests/setup/fleet.ts'
import { type Order, type Played, playedSchema } from './person-model.ts'
import { readUsed, type Used, usedBetween } from './used.ts'
import { type Waits, watchLoad } from './watch-load.ts'

export type Measured = { played: Played; used: Used; waits: Waits }

/** Has a process of its own play the people, and looks meanwhile what the fleet uses and waits for. */
export async function playInProcess(fleet: Fleet, order: Order): Promise<Measured> {
  const child = fork('tests/bench/people/play-people.ts', [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  try {
    await saidBy(child)
    child.send(order)
    // All have come: what they cause while they do is not what they cause when they are there.
    await saidBy(child)
    const before = await readUsed(fleet)
    const watching = watchLoad(fleet)
    const heard = saidBy(child)
    await sleep(order.seconds * 1000)
    const used = usedBetween(before, await readUsed(fleet))
    const waits = await watching.stop()
    return { played: playedSchema.parse(await heard), used, waits }
  } finally {
    child.kill('SIGKILL')
  }
}

async function saidBy(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the people ended before they were through')
  })
  ended.catch(() => {})
  const [said] = await Promise.race([once(child, 'message'), ended])
  return said
}
