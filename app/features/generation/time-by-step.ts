import type { StepName } from './progress.ts'

/** A step of the writing, or a wait: for a worker, or for the thread's owner. */
export type TimedStep = StepName | 'queue' | 'owner'

type Recorded = { kind: string; data: unknown; at: Date }

/** What goes on from an event on; null where nothing does, undefined where the same goes on as before. */
function stepAfter({ kind, data }: Recorded): TimedStep | null | undefined {
  switch (kind) {
    case 'started':
      return 'reading'
    case 'step':
      return stepIn(data)
    case 'source-read':
      return 'planning'
    case 'planned':
    case 'switched':
      return 'writing'
    case 'waiting':
    case 'plan-waiting':
      return 'owner'
    case 'requeued':
    case 'reviewed':
    case 'plan-chosen':
      return 'queue'
    case 'ready':
    case 'failed':
    case 'cancelled':
      return null
    default:
      return undefined
  }
}

/** As a thread goes through them, whatever came first: a page begins to be read before it is known that it has to be fetched. */
const order: readonly TimedStep[] = [
  'queue',
  'fetching',
  'reading',
  'planning',
  'owner',
  'writing',
  'checking',
]

const namedSteps = ['fetching', 'reading', 'planning', 'writing', 'checking'] as const

function stepIn(data: unknown): StepName | undefined {
  if (typeof data !== 'object' || data === null || !('step' in data)) return undefined
  return namedSteps.find((name) => name === data.step)
}

/**
 * How long each step of a generation took, in milliseconds, over all its runs, as they follow one another. The
 * last step of one that is still at work, whose end nobody knows, is left out.
 */
export function timeBySteps(
  createdAt: Date,
  events: readonly Recorded[],
): { step: TimedStep; durationMs: number }[] {
  const times = new Map<TimedStep, number>()
  let step: TimedStep | null = 'queue'
  let since = createdAt
  for (const event of events) {
    const next = stepAfter(event)
    if (next === undefined) continue
    if (step !== null)
      times.set(step, (times.get(step) ?? 0) + Math.max(0, event.at.getTime() - since.getTime()))
    step = next
    since = event.at
  }
  return [...times]
    .map(([name, durationMs]) => ({ step: name, durationMs }))
    .sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
}
