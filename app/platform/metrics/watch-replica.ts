import { Counter, Gauge, type Registry } from 'prom-client'
import type { Replica } from '../replica/replica.ts'

/** Whether this process uses its read replica, how far behind that is, and where reads went; nothing where none is set. */
export function watchReplica(registry: Registry, replica: Replica): void {
  if (replica.standing().state === 'none') return
  const registers = [registry]
  new Gauge({
    name: 'threadr_replica_used',
    help: '1 while the read replica is used, 0 while the primary answers for it.',
    registers,
    collect() {
      this.set(replica.standing().state === 'used' ? 1 : 0)
    },
  })
  new Gauge({
    name: 'threadr_replica_lag_seconds',
    help: 'How old what the read replica has is at most; not a number where it can’t be told.',
    registers,
    collect() {
      const standing = replica.standing()
      const lagMs = 'lagMs' in standing ? standing.lagMs : null
      this.set(lagMs === null ? Number.NaN : lagMs / 1000)
    },
  })
  const reads = new Counter({
    name: 'threadr_stale_reads_total',
    help: 'Reads that may be stale: answered by the replica, or by the primary and why.',
    labelNames: ['outcome'] as const,
    registers,
  })
  replica.onRead((outcome) => reads.inc({ outcome }))
  const looks = new Counter({
    name: 'threadr_replica_looks_total',
    help: 'Looks at the read replica, one a second: whether it is used, or why it is not.',
    labelNames: ['state'] as const,
    registers,
  })
  replica.onLook((state) => looks.inc({ state }))
}
