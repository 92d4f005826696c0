import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/**
 * The address of whoever sent a request that came through so many proxies of our own: each adds the address it was
 * called from at the end of X-Forwarded-For, so that the last entries are ours and all before them may be made up. With
 * none the header counts for nothing. A request that has not come through all of them is its own sender's.
 */
export function clientAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string {
  const own = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return own
  const header = request.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',')
  const said = withoutPort(forwarded.at(-trustedProxies)?.trim() ?? '')
  return ipaddr.isValid(said) ? said : own
}

/** Some proxies write the port as well: 203.0.113.7:4711, [2001:db8::1]:4711. */
function withoutPort(address: string): string {
  const [, six] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? []
  const [, four] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address) ?? []
  return six ?? four ?? address
}
