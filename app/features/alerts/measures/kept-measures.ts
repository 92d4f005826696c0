import { isHeldRoute } from '#app/platform/held-route.ts'

type Labels = Readonly<Partial<Record<string, string | number>>>

/** Labels that a rule asks for stay; over all others the sum is kept, so that a minute is a few rows. */
type Kept = {
  name: string
  labels: readonly string[]
  /** Which of its series count at all. */
  counts?: (labels: Labels) => boolean
}

/** Files for browsers, and what leads nowhere, are of no route: many and quick, they would hide how pages do. */
const isOfRoute = ({ route }: Labels) => route !== 'other'
const isHeld = ({ route }: Labels) => typeof route === 'string' && isHeldRoute(route)

/** What processes write down of all that they count. A histogram is its buckets. */
export const keptMeasures: readonly Kept[] = [
  { name: 'threadr_http_requests_total', labels: ['status'], counts: isOfRoute },
  {
    name: 'threadr_http_request_seconds',
    labels: ['le'],
    counts: (labels) => isOfRoute(labels) && !isHeld(labels),
  },
  { name: 'threadr_requests_shed_total', labels: [] },
  { name: 'threadr_replica_looks_total', labels: ['state'] },
  { name: 'threadr_jobs_total', labels: ['outcome'] },
  { name: 'threadr_model_cost_cents_total', labels: [] },
  { name: 'threadr_sign_ups_total', labels: [] },
]

/** Written each time by itself: that a process is alive. */
export const beatName = 'threadr_beats'
