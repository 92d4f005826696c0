import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { jobCatalog } from '../queue/catalog.ts'
import { watchEventLoop } from './event-loop.ts'
import { firstLabels, knownLabels, statusClass } from './labels.ts'

/** How a request for a generation ended. */
type ThreadOutcome = 'ready' | 'failed' | 'cancelled'
/** What became of a try at a message; `later` where it is tried again. */
type MailOutcome = 'sent' | 'refused' | 'unknown' | 'suppressed' | 'later'

type ModelCallFacts = {
  model: string
  /** `ok`, `left`, or the code of the failure. */
  outcome: string
  seconds: number
  inputTokens: number
  outputTokens: number
}

/** What a process counts of its work. Every label is one of a bounded number, whatever is sent to us. */
export type Metrics = {
  registry: Registry
  /** The routes that there are; before it is told, every request is of the route "other". */
  knowRoutes(ids: Iterable<string>): void
  request(of: { route: string; method: string; status: number; seconds: number }): void
  job(of: { task: string; outcome: 'done' | 'failed'; seconds: number }): void
  modelCall(of: ModelCallFacts): void
  /** What a call cost, in US cents and parts of them. */
  modelCost(of: { model: string; cents: number }): void
  mail(outcome: MailOutcome): void
  thread(outcome: ThreadOutcome, howMany?: number): void
  signUp(): void
  /** A request that was turned away while there was too much to do. */
  shed(why: 'dear' | 'new'): void
  close(): void
}

const secondsOfRequests = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const secondsOfJobs = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
const secondsOfModels = [0.25, 0.5, 1, 2, 3, 5, 10, 20, 60, 240]
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
/** More models than anybody sets; a name that comes after these is "other". */
const mostModels = 10
/** The codes of failures are ours, and about this many. */
const mostOutcomes = 30

/**
 * The metrics of one process, on a registry of their own. `ofProcess` also measures the process itself (memory, CPU, garbage
 * collection, event loop), which a test has no use for.
 */
export function createMetrics({ ofProcess }: { ofProcess: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const stopWatching = ofProcess ? measureProcess(registry) : () => {}
  const requests = new Counter({
    name: 'threadr_http_requests_total',
    help: 'Requests answered, by route, method and class of status.',
    labelNames: ['route', 'method', 'status'] as const,
    registers,
  })
  const requestSeconds = new Histogram({
    name: 'threadr_http_request_seconds',
    help: 'From the request to the end of its answer. Routes that hold a request (progress) are slow by design.',
    labelNames: ['route'] as const,
    buckets: secondsOfRequests,
    registers,
  })
  const jobs = new Counter({
    name: 'threadr_jobs_total',
    help: 'Tries at jobs that ended, by task and whether they were done.',
    labelNames: ['task', 'outcome'] as const,
    registers,
  })
  const jobSeconds = new Histogram({
    name: 'threadr_job_seconds',
    help: 'How long a try at a job ran.',
    labelNames: ['task'] as const,
    buckets: secondsOfJobs,
    registers,
  })
  const modelCalls = new Counter({
    name: 'threadr_model_calls_total',
    help: 'Calls to models, by how they ended: ok, left by its reader, or the code of the failure.',
    labelNames: ['model', 'outcome'] as const,
    registers,
  })
  const modelSeconds = new Histogram({
    name: 'threadr_model_seconds',
    help: 'How long a call to a model took, its whole answer included.',
    labelNames: ['model'] as const,
    buckets: secondsOfModels,
    registers,
  })
  const modelTokens = new Counter({
    name: 'threadr_model_tokens_total',
    help: 'Tokens that went to models (input) and came from them (output).',
    labelNames: ['model', 'direction'] as const,
    registers,
  })
  const modelCost = new Counter({
    name: 'threadr_model_cost_cents_total',
    help: 'What calls to models cost, in US cents.',
    labelNames: ['model'] as const,
    registers,
  })
  const mails = new Counter({
    name: 'threadr_mails_total',
    help: 'Tries at messages, by what became of them; later where they are tried again.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const threads = new Counter({
    name: 'threadr_threads_total',
    help: 'Threads that were written, or were not.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const signUps = new Counter({ name: 'threadr_sign_ups_total', help: 'Accounts that were made.', registers })
  const shed = new Counter({
    name: 'threadr_requests_shed_total',
    help: 'Requests turned away while there was too much to do: dear ones, and those of somebody new.',
    labelNames: ['why'] as const,
    registers,
  })
  // There from the start, since nothing can be said of a rate whose first value is already one.
  for (const outcome of ['ready', 'failed'] as const) threads.inc({ outcome }, 0)
  for (const outcome of ['sent', 'refused', 'unknown'] as const) mails.inc({ outcome }, 0)
  for (const why of ['dear', 'new'] as const) shed.inc({ why }, 0)

  let routeLabel = knownLabels([])
  const methodLabel = knownLabels(methods)
  const taskLabel = knownLabels(Object.keys(jobCatalog))
  const modelLabel = firstLabels(mostModels)
  const outcomeLabel = firstLabels(mostOutcomes)
  return {
    registry,
    knowRoutes(ids) {
      routeLabel = knownLabels(ids)
    },
    request({ route, method, status, seconds }) {
      const labels = { route: routeLabel(route), method: methodLabel(method), status: statusClass(status) }
      requests.inc(labels)
      requestSeconds.observe({ route: labels.route }, seconds)
    },
    job({ task, outcome, seconds }) {
      jobs.inc({ task: taskLabel(task), outcome })
      jobSeconds.observe({ task: taskLabel(task) }, seconds)
    },
    modelCall({ outcome, seconds, inputTokens, outputTokens, ...call }) {
      const model = modelLabel(call.model)
      modelCalls.inc({ model, outcome: outcomeLabel(outcome) })
      modelSeconds.observe({ model }, seconds)
      modelTokens.inc({ model, direction: 'input' }, inputTokens)
      modelTokens.inc({ model, direction: 'output' }, outputTokens)
    },
    modelCost: ({ model, cents }) => modelCost.inc({ model: modelLabel(model) }, cents),
    mail: (outcome) => mails.inc({ outcome }),
    thread: (outcome, howMany = 1) => threads.inc({ outcome }, howMany),
    signUp: () => signUps.inc(),
    shed: (why) => shed.inc({ why }),
    close: stopWatching,
  }
}

function measureProcess(registry: Registry): () => void {
  collectDefaultMetrics({ register: registry })
  return watchEventLoop(registry)
}
