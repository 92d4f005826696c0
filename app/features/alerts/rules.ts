import type { Rule } from './rule.ts'

/** What Threadr wants to be: 999 of 1,000 requests are answered without an error of ours. */
const objective = 0.999
const budget = Number((1 - objective).toFixed(6))

const burn = (window: string) =>
  `(sum(rate(threadr_http_requests_total{status="5xx",route!="other"}[${window}])) / sum(rate(threadr_http_requests_total{route!="other"}[${window}])) / ${budget})`
/** Of two windows, so that it neither fires for one bad minute nor goes on long after the last. */
const burnOver = (short: string, long: string) => (threshold: number) =>
  `${burn(short)} >= ${threshold} and ${burn(long)} >= ${threshold}`
const breaker = (names: string) => (threshold: number) =>
  `sum(max by (name) (threadr_breaker_open{name${names}})) >= ${threshold}`
/** The last hour beside the same one of the week before; the rule itself takes the middle of up to eight. */
const besideLastWeek = (metric: string, least: number) => (threshold: number) =>
  `sum(increase(${metric}[1h])) >= ${least} and sum(increase(${metric}[1h])) >= ${threshold} * sum(increase(${metric}[1h] offset 1w))`

/** How much there has to be before a share or a multiple of it says anything. */
export const leastErrors = 10
export const leastPages = 20
export const leastTries = 10
export const leastBounces = 5
export const leastComplaints = 2
export const leastSpentCents = 500
export const leastSignUps = 20
/** Sign-ups that an hour usually has before it is strange that there are hardly any. */
export const usualSignUps = 10

/**
 * Every rule there is. What each means and what to do about it stands in docs/operations.md under its name; its value is
 * read in `readings`.
 */
export const rules = {
  'database-gone': {
    title: 'The database can’t be reached',
    says: 'A web process has not reached the database for minutes. Nothing works without it.',
    unit: 'seconds',
    threshold: 120,
    forMinutes: 0,
    clearAfterMinutes: 0,
    severity: 'critical',
    escalateAfterMinutes: 15,
    shows: { component: 'web', state: 'down', title: 'Pages not shown' },
  },
  'web-gone': {
    title: 'No web process is alive',
    says: 'No web process has written its measures for a minute: nobody is shown a page.',
    unit: 'processes',
    threshold: 1,
    isFloor: true,
    forMinutes: 2,
    clearAfterMinutes: 1,
    severity: 'critical',
    escalateAfterMinutes: 15,
    shows: { component: 'web', state: 'down', title: 'Pages not shown' },
    prometheus: (threshold) => `(count(up{job="threadr-web"} == 1) or vector(0)) < ${threshold}`,
  },
  'workers-gone': {
    title: 'No worker process is alive',
    says: 'No worker has given a sign of life for half a minute: no thread is written and no mail goes out.',
    unit: 'processes',
    threshold: 1,
    isFloor: true,
    forMinutes: 2,
    clearAfterMinutes: 1,
    severity: 'critical',
    escalateAfterMinutes: 15,
    shows: { component: 'generation', state: 'down', title: 'Threads not written' },
    prometheus: (threshold) => `(count(up{job="threadr-worker"} == 1) or vector(0)) < ${threshold}`,
  },
  'errors-fast': {
    title: 'Many requests end in an error',
    says: 'Requests fail so often that two days would use up the errors of a month (99.9 % is promised).',
    unit: 'times',
    threshold: 14.4,
    forMinutes: 2,
    clearAfterMinutes: 5,
    severity: 'critical',
    escalateAfterMinutes: 15,
    shows: { component: 'web', state: 'impaired', title: 'Errors on some pages' },
    prometheus: burnOver('5m', '1h'),
  },
  'errors-slow': {
    title: 'More requests than usual end in an error',
    says: 'Requests fail so often that five days would use up the errors of a month (99.9 % is promised).',
    unit: 'times',
    threshold: 6,
    forMinutes: 10,
    clearAfterMinutes: 15,
    severity: 'warning',
    escalateAfterMinutes: null,
    toldBy: 'errors-fast',
    prometheus: burnOver('30m', '6h'),
  },
  'pages-slow': {
    title: 'Pages are slow',
    says: 'Of the requests of the last ten minutes, the slowest twentieth took two seconds or longer.',
    unit: 'seconds',
    threshold: 2,
    forMinutes: 5,
    clearAfterMinutes: 5,
    severity: 'warning',
    escalateAfterMinutes: 60,
    toldBy: 'requests-shed',
    shows: { component: 'web', state: 'impaired', title: 'Slow pages' },
    prometheus: (threshold) =>
      `histogram_quantile(0.95, sum by (le) (rate(threadr_http_request_seconds_bucket{route!~"other|.*progress"}[10m]))) >= ${threshold}`,
  },
  'requests-shed': {
    title: 'Requests are turned away',
    says: 'A web process has more to do than it manages: newcomers and what costs much are told to come back.',
    unit: 'requests',
    threshold: 10,
    forMinutes: 3,
    clearAfterMinutes: 3,
    severity: 'critical',
    escalateAfterMinutes: 30,
    shows: { component: 'web', state: 'impaired', title: 'Too many people at once' },
    prometheus: (threshold) => `sum(increase(threadr_requests_shed_total[2m])) >= ${threshold}`,
  },
  'replica-left': {
    title: 'The read replica is not used',
    says: 'For most of two minutes the standby was too far behind, gone or failing, and the primary answered in its place.',
    unit: 'percent',
    threshold: 50,
    forMinutes: 3,
    clearAfterMinutes: 3,
    severity: 'warning',
    escalateAfterMinutes: 60,
    prometheus: (threshold) => `100 * (1 - avg(avg_over_time(threadr_replica_used[2m]))) >= ${threshold}`,
  },
  'queue-old': {
    title: 'Jobs wait too long',
    says: 'A job that somebody waits for has been due for two minutes, and no worker has taken it.',
    unit: 'seconds',
    threshold: 120,
    forMinutes: 3,
    clearAfterMinutes: 3,
    severity: 'critical',
    escalateAfterMinutes: 15,
    toldBy: 'workers-gone',
    shows: { component: 'generation', state: 'impaired', title: 'Long waits for threads' },
    prometheus: (threshold) => `max(threadr_queue_ready_age_seconds) >= ${threshold}`,
  },
  'jobs-locked': {
    title: 'A job does not end',
    says: 'A worker that is alive has held a job for half an hour, which none should take.',
    unit: 'seconds',
    threshold: 1800,
    forMinutes: 1,
    clearAfterMinutes: 1,
    severity: 'warning',
    escalateAfterMinutes: null,
  },
  'jobs-failing': {
    title: 'Many tries of jobs fail',
    says: 'A quarter or more of what workers tried in the last ten minutes failed.',
    unit: 'percent',
    threshold: 25,
    forMinutes: 2,
    clearAfterMinutes: 5,
    severity: 'warning',
    escalateAfterMinutes: 60,
    prometheus: (threshold) =>
      `100 * sum(rate(threadr_jobs_total{outcome="failed"}[10m])) / sum(rate(threadr_jobs_total[10m])) >= ${threshold}`,
  },
  'jobs-given-up': {
    title: 'A job was given up',
    says: 'A job failed at its last try within the hour: what it was for has not been done.',
    unit: 'jobs',
    threshold: 1,
    forMinutes: 0,
    clearAfterMinutes: 1,
    severity: 'warning',
    escalateAfterMinutes: null,
  },
  'model-resting': {
    title: 'A model is left alone',
    says: 'A model failed five times in a row and is asked by one call a minute. The built-in writer, or the second provider, writes in its place.',
    unit: 'breakers',
    threshold: 1,
    forMinutes: 2,
    clearAfterMinutes: 2,
    severity: 'warning',
    escalateAfterMinutes: 60,
    shows: { component: 'generation', state: 'impaired', title: 'Threads written without the model' },
    prometheus: breaker('!~"(mail|stripe).*"'),
  },
  'mail-resting': {
    title: 'The provider of mail is left alone',
    says: 'The provider of mail failed five times in a row and is asked by one message a minute. Mail waits, or goes by the second way.',
    unit: 'breakers',
    threshold: 1,
    forMinutes: 2,
    clearAfterMinutes: 2,
    severity: 'critical',
    escalateAfterMinutes: 30,
    shows: { component: 'mail', state: 'down', title: 'Late mail' },
    prometheus: breaker('=~"mail.*"'),
  },
  'payments-resting': {
    title: 'Stripe is left alone',
    says: 'Stripe failed five times in a row and is asked by one call a minute: nobody can buy a plan or open their invoices.',
    unit: 'breakers',
    threshold: 1,
    forMinutes: 2,
    clearAfterMinutes: 2,
    severity: 'critical',
    escalateAfterMinutes: 30,
    shows: { component: 'payments', state: 'down', title: 'Plans can’t be bought' },
    prometheus: breaker('=~"stripe.*"'),
  },
  'stripe-late': {
    title: 'Stripe’s events are late',
    says: 'An event of Stripe’s has not been followed up for ten minutes, or Stripe’s events arrive ten minutes late.',
    unit: 'seconds',
    threshold: 600,
    forMinutes: 2,
    clearAfterMinutes: 2,
    severity: 'warning',
    escalateAfterMinutes: 60,
    toldBy: 'payments-resting',
    shows: { component: 'payments', state: 'impaired', title: 'Payments slow to show' },
    prometheus: (threshold) => `max(threadr_stripe_event_lag_seconds) >= ${threshold}`,
  },
  'mail-bounces': {
    title: 'Much mail comes back',
    says: 'Two in a hundred messages of the last day or more came back.',
    unit: 'percent',
    threshold: 2,
    forMinutes: 0,
    clearAfterMinutes: 60,
    severity: 'warning',
    escalateAfterMinutes: null,
  },
  'mail-complaints': {
    title: 'Readers complain of mail',
    says: 'One in a thousand messages of the last day or more was called spam by its reader.',
    unit: 'percent',
    threshold: 0.1,
    forMinutes: 0,
    clearAfterMinutes: 60,
    severity: 'warning',
    escalateAfterMinutes: null,
  },
  'spend-unusual': {
    title: 'Models cost more than usual',
    says: 'The last hour cost three times what the same hour of past weeks did, or more.',
    unit: 'times',
    threshold: 3,
    forMinutes: 0,
    clearAfterMinutes: 10,
    severity: 'warning',
    escalateAfterMinutes: 60,
    prometheus: besideLastWeek('threadr_model_cost_cents_total', leastSpentCents),
  },
  'sign-ups-many': {
    title: 'More people sign up than usual',
    says: 'The last hour had four times the sign-ups of the same hour of past weeks, or more.',
    unit: 'times',
    threshold: 4,
    forMinutes: 0,
    clearAfterMinutes: 10,
    severity: 'warning',
    escalateAfterMinutes: null,
    prometheus: besideLastWeek('threadr_sign_ups_total', leastSignUps),
  },
  'sign-ups-few': {
    title: 'Hardly anybody signs up',
    says: 'The last hour had less than a tenth of the sign-ups of the same hour of past weeks: signing up may be broken.',
    unit: 'times',
    threshold: 0.1,
    isFloor: true,
    forMinutes: 5,
    clearAfterMinutes: 10,
    severity: 'warning',
    escalateAfterMinutes: 60,
  },
  'digests-late': {
    title: 'Digests are late',
    says: 'A digest has been due for half an hour and was not written.',
    unit: 'seconds',
    threshold: 1800,
    forMinutes: 6,
    clearAfterMinutes: 2,
    severity: 'warning',
    escalateAfterMinutes: null,
    toldBy: 'workers-gone',
    shows: { component: 'mail', state: 'impaired', title: 'Late digests' },
  },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
export const ruleNames = Object.keys(rules).filter((name): name is RuleName => name in rules)

/** The rule of a row, which an older or newer version may have written: null where this one doesn't know it. */
export const ruleOf = (name: string): Rule | null => (isRuleName(name) ? rules[name] : null)
const isRuleName = (name: string): name is RuleName => Object.hasOwn(rules, name)

/** Where its runbook stands. */
export const runbookOf = (name: string) => `docs/operations.md#${name}`
