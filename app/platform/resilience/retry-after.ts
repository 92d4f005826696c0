/**
 * How long a response asks to be left alone, in milliseconds: OpenAI's `retry-after-ms`, else `Retry-After` in seconds
 * or as a date (RFC 9110, 10.2.3). Null where it says nothing that can be read.
 */
export function retryAfterMs(headers: Headers | undefined, now = Date.now()): number | null {
  const exact = Number.parseFloat(headers?.get('retry-after-ms') ?? '')
  if (exact >= 0) return exact
  const said = headers?.get('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(said)) return Number(said) * 1000
  const date = /[a-z]/i.test(said) ? Date.parse(said) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
