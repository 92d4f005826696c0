import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

/** What proxies add. With any of them, that a request comes from this computer says nothing of who sent it. */
const addedByProxies = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'via',
]
/** What a page on the web can't make a browser send here as, whatever name it has pointed at this computer. */
const ownNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>

/**
 * Whether somebody may read the metrics: by the token, from anywhere, where one is set; else who asks from this computer
 * itself, and not through a proxy. Where requests come through proxies of ours nobody counts as that.
 */
export function mayReadMetrics(
  request: Asking,
  { metricsToken, trustedProxies }: { metricsToken: string | null; trustedProxies: number },
): boolean {
  if (metricsToken !== null) return isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)
  if (trustedProxies > 0 || addedByProxies.some((name) => request.headers[name] !== undefined)) return false
  return ownNames.test(request.headers.host ?? '') && isLoopback(request.socket.remoteAddress ?? '')
}

/** Takes as long wherever they differ. */
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))
const digest = (text: string) => createHash('sha256').update(text).digest()

/** 127.0.0.0/8 and ::1, the first also as IPv6 writes it. */
const isLoopback = (address: string) =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
