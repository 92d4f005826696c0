import { isAddress, isLocalName } from './addresses.ts'

/** The name by which robots.txt addresses Threadr. */
export const robotsName = 'Threadr'

/**
 * How Threadr introduces itself to sites: what it does and, where it runs for the public, the address at which its
 * operator can be found.
 */
export function userAgentOf(appUrl?: string): string {
  const purpose = 'reads single pages that people submit'
  if (!appUrl || !URL.canParse(appUrl)) return `${robotsName}/1.0 (${purpose})`
  const { hostname, origin } = new URL(appUrl)
  const reachable = !isAddress(hostname) && !isLocalName(hostname)
  return `${robotsName}/1.0 (${reachable ? `+${origin}; ` : ''}${purpose})`
}
