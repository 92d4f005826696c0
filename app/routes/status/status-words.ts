import type { ComponentState } from '#app/features/alerts/components.ts'
import type { StatusDay } from '#app/features/alerts/status/read-status.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'

export const stateWords: Record<ComponentState, string> = {
  up: 'Works',
  impaired: 'Works less well than usual',
  down: 'Down',
}

/** How it stands with all of it, in one sentence; `isNoted` where somebody has written of a trouble that goes on. */
export function wholeInWords(states: readonly ComponentState[], isNoted: boolean): string {
  if (states.includes('down')) return 'Something is down.'
  if (states.includes('impaired')) return 'Something works less well than usual.'
  return isNoted ? 'There is a trouble, and it is being looked at.' : 'Everything works.'
}

const minutesInWords = (minutes: number) =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`

/** "3 May 2026: down for 12 min, less well for 3 min". */
export function dayOfStatusInWords({ day, state, minutesDown, minutesImpaired }: StatusDay): string {
  const date = dayInWords(new Date(`${day}T00:00:00Z`))
  if (state === null) return `${date}: not known`
  const troubles = [
    ...(minutesDown > 0 ? [`down for ${minutesInWords(minutesDown)}`] : []),
    ...(minutesImpaired > 0 ? [`less well than usual for ${minutesInWords(minutesImpaired)}`] : []),
  ]
  return `${date}: ${troubles.length === 0 ? 'worked' : troubles.join(', ')}`
}

/** Never rounded up to all of it where it wasn't. */
export function uptimeInWords(uptime: number | null): string {
  if (uptime === null) return 'not known yet'
  return uptime === 100 ? '100 %' : `${(Math.floor(uptime * 100) / 100).toFixed(2)} %`
}
