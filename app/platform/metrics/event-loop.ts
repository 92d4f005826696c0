import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Gauge, type Registry } from 'prom-client'
import { seconds } from '../durations.ts'

/** What is looked back at; two who read at about the same time see the same. */
const window = seconds(10)

/** How late the event loop was in 99 of 100 of its rounds, over the last ten seconds or more. Gives how to stop. */
export function watchEventLoop(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let last = { value: 0, at: 0 }
  new Gauge({
    name: 'threadr_event_loop_delay_seconds',
    help: 'How late the event loop was, 99th percentile since the look before.',
    registers: [registry],
    collect() {
      const now = performance.now()
      if (now - last.at >= window) {
        // It counts the 20 ms between two of its rounds as well.
        last = { value: Math.max(0, delay.percentile(99) / 1e9 - 0.02), at: now }
        delay.reset()
      }
      this.set(Number.isFinite(last.value) ? last.value : 0)
    },
  })
  return () => delay.disable()
}
