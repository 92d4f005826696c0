import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPerson, deedsInAll, drawDeed } from './person.ts'
import { type Order, orderSchema, type Played } from './person-model.ts'
import { createRecorder } from './recorder.ts'

/** A process of its own: plays the people of the order that it is sent, says when they are there, sends what they met, and ends. */
process.once('message', async (given) => {
  process.send?.(await play(orderSchema.parse(given)), () => process.exit(0))
})
process.once('disconnect', () => process.exit(1))
process.send?.('ready')

const lagResolution = 10

async function play({ people, rampSeconds, seconds, hurry, seed, ...where }: Order): Promise<Played> {
  const recorder = createRecorder()
  const random = seeded(seed)
  const persons = people.map((each) => createPerson(each, { ...where, recorder, random }))
  const lag = monitorEventLoopDelay({ resolution: lagResolution })
  await Promise.all(
    persons.map(async (person, at) => {
      await sleep((at / persons.length) * rampSeconds * 1000)
      await person.come()
    }),
  )
  process.send?.('there')
  recorder.beginMeasuring()
  lag.enable()
  const [begun, usedBefore] = [performance.now(), process.cpuUsage()]
  const until = begun + seconds * 1000
  let connections = 0
  const counting = setInterval(() => {
    connections = Math.max(
      connections,
      persons.reduce((sum, person) => sum + person.connections(), 0),
    )
  }, 1_000)
  const meanGap = 3_600_000 / deedsInAll / hurry
  const drawGap = () => -Math.log(1 - random()) * meanGap
  const goOn = async (person: (typeof persons)[number]) => {
    for (let next = begun + drawGap(); next < until; next += drawGap()) {
      await sleep(Math.max(0, next - performance.now()))
      await person.deed(drawDeed(random))
    }
  }
  const all = Promise.all(persons.map(goOn))
  await sleep(until - performance.now())
  const measuredSeconds = (performance.now() - begun) / 1000
  const used = process.cpuUsage(usedBefore)
  lag.disable()
  clearInterval(counting)
  // What was begun is brought to its end.
  await all
  await Promise.all(persons.map((person) => person.close()))
  const late = (ns: number) => Math.max(0, ns / 1e6 - lagResolution)
  return {
    measuredSeconds,
    ...recorder.told(),
    connections,
    lagMs: { p50: late(lag.percentile(50)), p99: late(lag.percentile(99)), max: late(lag.max) },
    cpuShare: (used.user + used.system) / 1e6 / measuredSeconds,
  }
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
