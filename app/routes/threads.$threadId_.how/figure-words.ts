import type { PurposeCalls } from '#app/features/generation/calls-by-purpose.ts'

export const whole = new Intl.NumberFormat('en')

export const counted = (count: number, noun: string) =>
  `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`

/** "12,345 tokens read (1,024 kept by the provider), 678 written". */
export function tokenWords({ input, cached, output }: PurposeCalls['tokens']): string {
  const kept = cached === 0 ? '' : ` (${whole.format(cached)} of them kept by the provider)`
  return `${counted(input, 'token')} read${kept}, ${whole.format(output)} written`
}

/** Millionths of a dollar as a sum to read: "About $0.0123"; what is less than a hundredth of a cent is said so. */
export function costWords(micros: number): string {
  if (micros === 0) return 'Nothing'
  if (micros < 100) return 'Less than $0.0001'
  return `About $${(micros / 1_000_000).toFixed(micros < 1_000_000 ? 4 : 2)}`
}

/** "Under 0.1 s", "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "3 days". */
export function durationWords(ms: number): string {
  if (ms < 50) return 'Under 0.1 s'
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const all = Math.round(seconds)
  if (all < 60) return `${all} s`
  if (all < 3600) return `${Math.floor(all / 60)} min ${all % 60} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return `${Math.round(minutes / (24 * 60))} days`
}
