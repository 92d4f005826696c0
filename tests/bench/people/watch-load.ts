import type { Fleet } from '#tests/setup/fleet.ts'
import { scrape } from '#tests/setup/scraped.ts'

const every = 5_000

/** The most that was seen in one process: of what it takes, and of what waits for it. */
export type Waits = {
  webLagMs: number
  workerLagMs: number
  webMegabytes: number
  workerMegabytes: number
  webPoolWaiting: number
  queueSeconds: number
}

/** Looks every five seconds how late event loops are, who waits for a connection or a worker, and what memory is taken. */
export function watchLoad(fleet: Fleet): { stop(): Promise<Waits> } {
  const most: Waits = {
    webLagMs: 0,
    workerLagMs: 0,
    webMegabytes: 0,
    workerMegabytes: 0,
    webPoolWaiting: 0,
    queueSeconds: 0,
  }
  const raise = (what: keyof Waits, to: number) => {
    most[what] = Math.max(most[what], to)
  }
  const look = async () => {
    for (const { kind, address } of [...fleet.webs, ...fleet.workers]) {
      const seen = await scrape(address, fleet.metricsToken)
      raise(`${kind}LagMs`, seen.sum('threadr_event_loop_delay_seconds') * 1000)
      raise(`${kind}Megabytes`, seen.sum('process_resident_memory_bytes') / 1e6)
      if (kind === 'web') raise('webPoolWaiting', seen.sum('threadr_pool_connections', { state: 'waiting' }))
      raise('queueSeconds', seen.sum('threadr_queue_ready_age_seconds'))
    }
  }
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, every)
  return {
    async stop() {
      clearInterval(timer)
      await looking
      return most
    },
  }
}
