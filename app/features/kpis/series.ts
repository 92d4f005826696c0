/** What a series' values are, for whoever writes them out. */
export type Unit = 'count' | 'share' | 'ms' | 'micros' | `cents:${string}`

export type SeriesDefinition = {
  key: string
  title: string
  about: string
  unit: Unit
  /** Of a day's numbers; null where there is nothing to say. */
  of: (numbers: ReadonlyMap<string, number>) => number | null
  /** Held against the same weekday before; what only adds up is not. */
  isWatched: boolean
}

const share = (part: number | undefined, all: number | undefined) => (all ? (part ?? 0) / all : null)

const count = (key: string, title: string, about: string): SeriesDefinition => ({
  key,
  title,
  about,
  unit: 'count',
  of: (numbers) => numbers.get(key) ?? null,
  isWatched: true,
})
const time = (key: string, title: string): SeriesDefinition => ({
  key,
  title,
  about: '95 of 100 threads took no longer',
  unit: 'ms',
  of: (numbers) => numbers.get(key) ?? null,
  isWatched: true,
})

export const plainSeries: readonly SeriesDefinition[] = [
  count('landing_seen', 'First page seen', 'without those who ask not to be tracked'),
  count('sign_ups', 'Sign-ups', 'accounts made'),
  {
    key: 'activation',
    title: 'Activation',
    about: 'of those who signed up, with a ready thread within 24 hours',
    unit: 'share',
    of: (numbers) => share(numbers.get('activated'), numbers.get('sign_ups')),
    isWatched: true,
  },
  count('threads_asked', 'Threads asked for', 'by everybody'),
  count('threads_ready', 'Threads ready', 'each time one was written'),
  {
    key: 'success',
    title: 'Success',
    about: 'of those that ended, ready ones',
    unit: 'share',
    of: (numbers) => {
      const ready = numbers.get('threads_ready') ?? 0
      return share(ready, ready + (numbers.get('threads_failed') ?? 0))
    },
    isWatched: true,
  },
  time('p95_total_ms', 'Time to a thread'),
  time('p95_reading_ms', 'Time to read'),
  time('p95_planning_ms', 'Time to plan'),
  time('p95_writing_ms', 'Time to write'),
  time('p95_checking_ms', 'Time to check'),
  {
    key: 'cost',
    title: 'Cost a thread',
    about: 'all calls to models, by threads ready',
    unit: 'micros',
    of: (numbers) => share(numbers.get('cost_micros'), numbers.get('threads_ready')),
    isWatched: true,
  },
  {
    key: 'cached',
    title: 'Given again',
    about: 'of threads ready, taken from what was written before',
    unit: 'share',
    of: (numbers) => share(numbers.get('threads_cached'), numbers.get('threads_ready')),
    isWatched: true,
  },
  count('threads_edited', 'Edited', 'threads, for the first time'),
  count('threads_taken_out', 'Saved as a file', 'each time'),
  count('threads_posted', 'Posted', 'threads, by the day they were begun'),
  count('shared_seen', 'Shared pages seen', 'without those who ask not to be tracked'),
  count('digests_opened', 'Digests opened', 'where the provider tells'),
]

/** What is counted of money in each currency. */
export const moneySeries = (currency: string): SeriesDefinition[] => [
  {
    key: `mrr:${currency}`,
    title: `Monthly revenue, ${currency.toUpperCase()}`,
    about: 'at the end of the day, as the books have it',
    unit: `cents:${currency}`,
    of: (numbers) => numbers.get(`mrr_cents:${currency}`) ?? null,
    isWatched: false,
  },
  {
    key: `churn:${currency}`,
    title: `Churn, ${currency.toUpperCase()}`,
    about: 'of those who paid when the day began, who stopped',
    unit: 'share',
    of: (numbers) => {
      const stopped = numbers.get(`churners:${currency}`)
      return stopped === undefined ? null : share(stopped, numbers.get(`payers_before:${currency}`))
    },
    isWatched: false,
  },
]
