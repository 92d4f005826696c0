import { Gauge, type Registry } from 'prom-client'
import type { Load } from '../overload/watch-load.ts'

/** Whether this process turns requests away at the moment; how many it has is counted where it does. */
export function watchShedding(registry: Registry, load: Pick<Load, 'isTooMuch'>): void {
  new Gauge({
    name: 'threadr_shedding',
    help: '1 while this process has more to do than it manages, and turns away what may wait.',
    registers: [registry],
    collect() {
      this.set(load.isTooMuch() ? 1 : 0)
    },
  })
}
