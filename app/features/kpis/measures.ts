/** What is counted of a day, under the name that it is kept by. */
export const countedEvents = {
  landing_seen: 'landing_seen',
  shared_seen: 'shared_seen',
  signed_up: 'sign_ups',
  signed_in: 'sign_ins',
  thread_asked: 'threads_asked',
  thread_ready: 'threads_ready',
  thread_failed: 'threads_failed',
  thread_edited: 'threads_edited',
  thread_taken_out: 'threads_taken_out',
  thread_posted: 'threads_posted',
  plan_chosen: 'plans_chosen',
  digest_opened: 'digests_opened',
} as const

/** The steps whose time is kept, by their name in an event: the time that 95 of 100 ready threads did not exceed. */
export const timedSteps = {
  totalMs: 'p95_total_ms',
  readingMs: 'p95_reading_ms',
  planningMs: 'p95_planning_ms',
  writingMs: 'p95_writing_ms',
  checkingMs: 'p95_checking_ms',
} as const
