import { coarseAddress } from '#app/platform/client-address.ts'

/** Where a deed came from. */
export type Origin = { ip: string; userAgent: string | null }

const longestUserAgent = 300

/** Of a request, whose address the server knows. */
export const originOf = (request: Request, ip: string): Origin => ({
  ip,
  userAgent: request.headers.get('User-Agent'),
})

/** What is kept of it: no more of the address than its network, and the beginning of what the browser calls itself. */
export function keptOrigin(origin: Origin | undefined): { ip: string | null; userAgent: string | null } {
  if (!origin) return { ip: null, userAgent: null }
  const userAgent = origin.userAgent?.replace(/[^\x20-\x7e]/g, '').slice(0, longestUserAgent)
  return { ip: coarseAddress(origin.ip), userAgent: userAgent || null }
}
