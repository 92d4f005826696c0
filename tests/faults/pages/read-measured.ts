import { Worker } from 'node:worker_threads'
import { AppError } from '#app/platform/errors.ts'
import { createReadUnderTest } from '../read-under-test.ts'
import type { Reading } from './reading.ts'

/** A process of its own that reads a good page, comes to rest, reads a hostile one, and says what that took. */
const [good = '', hostile = ''] = process.argv.slice(2)
const read = createReadUnderTest()
await read(good)

const peak = new Int32Array(new SharedArrayBuffer(4))
const sampler = new Worker(new URL('./sample-memory.ts', import.meta.url), {
  workerData: { peak: peak.buffer },
})
while (Atomics.load(peak, 0) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
globalThis.gc?.()
const idleKb = Math.round(process.memoryUsage.rss() / 1024)
Atomics.store(peak, 0, idleKb)

async function end(): Promise<Reading['ended']> {
  try {
    return { how: 'text', text: (await read(hostile)).text.slice(0, 2_000) }
  } catch (error) {
    if (error instanceof AppError) return { how: 'refusal', code: error.code, message: error.message }
    return { how: 'crash', message: String(error).slice(0, 300) }
  }
}

const began = performance.now()
const ended = await end()
const ms = Math.round(performance.now() - began)
const reading: Reading = { ms, grownKb: Atomics.load(peak, 0) - idleKb, ended }
await sampler.terminate()
process.stdout.write(JSON.stringify(reading), () => process.exit(0))
