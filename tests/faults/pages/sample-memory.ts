import { workerData } from 'node:worker_threads'
import { z } from 'zod'

/** A thread that notes the process's highest memory, in kilobytes, also while the main thread can't. */
const peak = new Int32Array(z.object({ peak: z.instanceof(SharedArrayBuffer) }).parse(workerData).peak)
setInterval(() => {
  const now = Math.round(process.memoryUsage.rss() / 1024)
  if (now > Atomics.load(peak, 0)) Atomics.store(peak, 0, now)
}, 5)
