import { coarseAddress } from '#app/platform/client-address.ts'

const longestUserAgent = 300

/** What is kept of where somebody comes from: enough to know one's own browser again, and not to be followed by. */
export type Device = { userAgent: string; network: string }

export const deviceOf = (userAgent: string | null, ip: string): Device => ({
  userAgent: (userAgent ?? '').slice(0, longestUserAgent),
  network: networkOf(ip),
})

/** The network of an address, as coarsely as the audit trail keeps it; empty for what is none. */
export const networkOf = (ip: string): string => coarseAddress(ip) ?? ''

const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

/** A browser in words, as far as it says what it is: "Firefox on Windows". */
export function deviceInWords(userAgent: string): string {
  const find = (table: [RegExp, string][]) => table.find(([sign]) => sign.test(userAgent))?.[1]
  const [browser, system] = [find(browsers), find(systems)]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? `A browser on ${system}` : 'An unknown browser')
}
