import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns'
import { isIP } from 'node:net'
import { buildConnector } from 'undici'
import { isPublicAddress } from './addresses.ts'
import { notPublic } from './check-address.ts'

type LookupCallback = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void

/** Finds all addresses of a name; `dns.lookup` with `all: true`, or a test's own. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: LookupCallback,
) => void

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * A look-up that answers with nothing at all where any of a name's addresses is not allowed. It runs within the opening
 * of each connection, so what was checked is what is connected to, and a name can't answer differently in between.
 */
function checkedLookup(lookup: Lookup, isAllowed: (address: string) => boolean) {
  return (hostname: string, options: LookupOptions, answer: Answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, [])
      const first = addresses[0]
      if (!first) return answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), [])
      if (!addresses.every(({ address }) => isAllowed(address))) return answer(notPublic(), [])
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family)
    })
  }
}

/**
 * How undici opens connections for Threadr: only to public addresses, unless told otherwise. A literal address never
 * reaches the look-up, so it is checked here too; the peer is checked once more when it is known.
 */
export function createConnector(options: {
  allowLocalAddresses: boolean
  lookup?: Lookup
  timeoutMs: number
}): buildConnector.connector {
  const lookup: Lookup = options.lookup ?? systemLookup
  const connect = buildConnector({
    timeout: options.timeoutMs,
    allowH2: false,
    lookup: checkedLookup(lookup, options.allowLocalAddresses ? () => true : isPublicAddress),
  })
  if (options.allowLocalAddresses) return connect
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(notPublic(), null)
    connect(target, (...result) => {
      const [error, socket] = result
      if (error === null && socket.remoteAddress !== undefined && !isPublicAddress(socket.remoteAddress)) {
        socket.destroy()
        return callback(notPublic(), null)
      }
      callback(...result)
    })
  }
}
