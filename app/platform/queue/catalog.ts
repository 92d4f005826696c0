import { z } from 'zod'

type JobDefinition<Payload> = {
  payload: z.ZodType<Payload>
  /** Tries in all; a try that a dying worker took counts as one. */
  maxAttempts: number
  /** One job a key waits at a time: adding it again while it waits changes nothing but its payload. */
  key(payload: Payload): string
  /** One job of a queue runs at a time, in all workers together; without it, as many as there is room for. */
  queue?: string
  /** Who goes first among jobs that are due: the lower number. 0 without it. */
  priority?(payload: Payload): number
}

/** Ids rather than data; new fields optional, since rows of older versions are still queued when a new one starts. */
const payloads = {
  generate_thread: z.object({ generationId: z.uuid() }),
  write_candidates: z.object({ candidateId: z.uuid() }),
  reread_source: z.object({ rereadId: z.uuid() }),
  sweep_uploads: z.object({}),
  sweep_threads: z.object({}),
  sweep_limits: z.object({}),
  sweep_audit: z.object({}),
  sweep_visitors: z.object({}),
  sweep_accounts: z.object({}),
  answer_account_request: z.object({ requestId: z.uuid() }),
  assess_account: z.object({
    userId: z.uuid(),
    /** Where it was made, once it is; without it, only its address is looked at. The network is no more than a range. */
    madeIn: z.object({ visitorId: z.uuid(), network: z.string().nullable() }).optional(),
  }),
  /** `isBulk`: of many that are alike, which let what somebody waits for go first. */
  send_mail: z.object({ mailId: z.uuid(), isBulk: z.boolean().optional() }),
  export_data: z.object({ exportId: z.uuid() }),
  sweep_privacy: z.object({}),
  thin_revisions: z.object({}),
  keep_library: z.object({}),
  sweep_digests: z.object({}),
  /** `dueAt` tells one digest of a person from the next. */
  send_digest: z.object({ userId: z.uuid(), dueAt: z.iso.datetime() }),
  /** Of a thread that ended while nobody looked at it. */
  tell_generation: z.object({ generationId: z.uuid() }),
  /** `period` is its first day (ISO 8601), `share` how much of the plan was used at that moment, in percent. */
  tell_quota: z.object({
    userId: z.uuid(),
    plan: z.enum(['free', 'pro', 'team']),
    period: z.iso.date(),
    share: z.union([z.literal(80), z.literal(100)]),
  }),
  tie_capture: z.object({ userId: z.uuid() }),
  sweep_captures: z.object({}),
  send_newsletter: z.object({}),
  sync_customer: z.object({ customerId: z.string() }),
  reconcile_subscriptions: z.object({}),
  end_customer: z.object({ customerId: z.string() }),
  /** `changeId` tells one change of an address from the next. */
  tell_address: z.object({ userId: z.uuid(), changeId: z.uuid() }),
  /** Days (ISO 8601) to make anew; without them, those that may still change. */
  roll_up_numbers: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  keep_analytics: z.object({}),
  note_payment_failure: z.object({ userId: z.uuid(), reference: z.string() }),
  evaluate_alerts: z.object({}),
  post_alert: z.object({
    alertId: z.uuid(),
    step: z.union([z.literal(['firing', 'cleared']), z.templateLiteral(['escalated-', z.int().positive()])]),
  }),
  sweep_measures: z.object({}),
}
export type JobName = keyof typeof payloads
export type JobPayload<Name extends JobName> = z.infer<(typeof payloads)[Name]>

/** Every job there is, and how often it is tried. The handlers stand in jobs/tasks. */
export const jobCatalog: { [Name in JobName]: JobDefinition<JobPayload<Name>> } = {
  generate_thread: {
    payload: payloads.generate_thread,
    // Far more than its failures may be (run-generation.ts), since each worker that dies with it takes one.
    maxAttempts: 8,
    key: ({ generationId }) => `generation:${generationId}`,
  },
  write_candidates: {
    payload: payloads.write_candidates,
    maxAttempts: 3,
    key: ({ candidateId }) => `candidate:${candidateId}`,
  },
  reread_source: {
    payload: payloads.reread_source,
    maxAttempts: 3,
    key: ({ rereadId }) => `reread:${rereadId}`,
  },
  sweep_uploads: { payload: payloads.sweep_uploads, maxAttempts: 3, key: () => 'sweep-uploads' },
  sweep_threads: { payload: payloads.sweep_threads, maxAttempts: 3, key: () => 'sweep-threads' },
  sweep_limits: { payload: payloads.sweep_limits, maxAttempts: 3, key: () => 'sweep-limits' },
  sweep_audit: { payload: payloads.sweep_audit, maxAttempts: 3, key: () => 'sweep-audit' },
  sweep_visitors: { payload: payloads.sweep_visitors, maxAttempts: 3, key: () => 'sweep-visitors' },
  sweep_accounts: { payload: payloads.sweep_accounts, maxAttempts: 3, key: () => 'sweep-accounts' },
  answer_account_request: {
    payload: payloads.answer_account_request,
    maxAttempts: 5,
    key: ({ requestId }) => `account-request:${requestId}`,
  },
  assess_account: {
    payload: payloads.assess_account,
    maxAttempts: 5,
    // A change of address must not take the place of what is to be looked at of the sign-up.
    key: ({ userId, madeIn }) => `assess-${madeIn ? 'sign-up' : 'address'}:${userId}`,
  },
  export_data: {
    payload: payloads.export_data,
    maxAttempts: 5,
    key: ({ exportId }) => `export:${exportId}`,
  },
  sweep_privacy: { payload: payloads.sweep_privacy, maxAttempts: 3, key: () => 'sweep-privacy' },
  thin_revisions: { payload: payloads.thin_revisions, maxAttempts: 3, key: () => 'thin-revisions' },
  keep_library: { payload: payloads.keep_library, maxAttempts: 3, key: () => 'keep-library' },
  sweep_digests: { payload: payloads.sweep_digests, maxAttempts: 3, key: () => 'sweep-digests' },
  send_digest: {
    payload: payloads.send_digest,
    maxAttempts: 5,
    key: ({ userId }) => `digest:${userId}`,
  },
  tell_generation: {
    payload: payloads.tell_generation,
    maxAttempts: 5,
    key: ({ generationId }) => `tell-generation:${generationId}`,
  },
  tell_quota: {
    payload: payloads.tell_quota,
    maxAttempts: 5,
    key: ({ userId, plan, period, share }) => `tell-quota:${userId}:${plan}:${period}:${share}`,
  },
  tie_capture: {
    payload: payloads.tie_capture,
    maxAttempts: 5,
    key: ({ userId }) => `tie-capture:${userId}`,
  },
  sweep_captures: { payload: payloads.sweep_captures, maxAttempts: 3, key: () => 'sweep-captures' },
  send_newsletter: { payload: payloads.send_newsletter, maxAttempts: 3, key: () => 'send-newsletter' },
  // Waits that grow to hours: Stripe may be down for one.
  sync_customer: {
    payload: payloads.sync_customer,
    maxAttempts: 12,
    key: ({ customerId }) => `sync-customer:${customerId}`,
  },
  reconcile_subscriptions: {
    payload: payloads.reconcile_subscriptions,
    maxAttempts: 3,
    key: () => 'reconcile-subscriptions',
  },
  // The account is gone by then, so nothing else would remember; its tries go on for days.
  end_customer: {
    payload: payloads.end_customer,
    maxAttempts: 25,
    key: ({ customerId }) => `end-customer:${customerId}`,
  },
  tell_address: {
    payload: payloads.tell_address,
    maxAttempts: 12,
    key: ({ userId }) => `tell-address:${userId}`,
  },
  roll_up_numbers: {
    payload: payloads.roll_up_numbers,
    maxAttempts: 3,
    key: ({ from, to }) => (from || to ? `roll-up:${from}:${to}` : 'roll-up'),
  },
  keep_analytics: { payload: payloads.keep_analytics, maxAttempts: 3, key: () => 'keep-analytics' },
  note_payment_failure: {
    payload: payloads.note_payment_failure,
    maxAttempts: 5,
    key: ({ userId, reference }) => `payment-failure:${userId}:${reference}`,
  },
  // It goes before everything, since it tells of what waits.
  evaluate_alerts: {
    payload: payloads.evaluate_alerts,
    maxAttempts: 3,
    key: () => 'evaluate-alerts',
    queue: 'alerts',
    priority: () => -10,
  },
  post_alert: {
    payload: payloads.post_alert,
    maxAttempts: 6,
    key: ({ alertId, step }) => `post-alert:${alertId}:${step}`,
    priority: () => -10,
  },
  sweep_measures: { payload: payloads.sweep_measures, maxAttempts: 3, key: () => 'sweep-measures' },
  // Thirteen tries reach over 22 hours: a provider may be down for a day, and knows a key for 24 hours.
  send_mail: {
    payload: payloads.send_mail,
    maxAttempts: 13,
    key: ({ mailId }) => `mail:${mailId}`,
    queue: 'mail',
    priority: ({ isBulk }) => (isBulk ? 10 : 0),
  },
}

/**
 * Who works a job off: the workers of the service, or one command that runs its own worker with its own settings (the
 * writer and keys of its environment), which nobody else's workers must take from it.
 */
export type Lane = 'service' | `command-${string}`

/** The queue's identifier of a job in a lane. */
export const taskIdentifier = (name: JobName, lane: Lane) => (lane === 'service' ? name : `${name}:${lane}`)
