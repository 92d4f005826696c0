/** What Threadr wants to be: 999 of 1,000 requests are answered without an error of ours. */
const objective = 0.999
const budget = Number((1 - objective).toFixed(6))

const burn = (window: string) =>
  `(sum(rate(threadr_http_requests_total{status="5xx",route!="other"}[${window}])) / sum(rate(threadr_http_requests_total{route!="other"}[${window}])) / ${budget})`
/** Of two windows, so that it neither fires for one bad minute nor goes on long after the last. */
export const burnOver = (short: string, long: string) => (threshold: number) =>
  `${burn(short)} >= ${threshold} and ${burn(long)} >= ${threshold}`
export const breaker = (names: string) => (threshold: number) =>
  `sum(max by (name) (threadr_breaker_open{name${names}})) >= ${threshold}`
/** The last hour beside the same one of the week before; the rule itself takes the middle of up to eight. */
export const besideLastWeek = (metric: string, least: number) => (threshold: number) =>
  `sum(increase(${metric}[1h])) >= ${least} and sum(increase(${metric}[1h])) >= ${threshold} * sum(increase(${metric}[1h] offset 1w))`
