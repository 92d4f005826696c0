import { isIPv6 } from 'node:net'
import { buildConnector } from 'undici'
import { createConnector, type Lookup } from '#app/integrations/safe-fetch/connect.ts'
import { createSafeFetch, type SafeFetch } from '#app/integrations/safe-fetch/safe-fetch.ts'
import { AppError } from '#app/platform/errors.ts'
import { namedAddresses } from './addresses.ts'

/** A hostile name server: every name is on this machine or where the list says. */
const hostileLookup: Lookup = (name, _options, answer) =>
  answer(
    null,
    (namedAddresses[name] ?? ['127.0.0.1']).map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })),
  )

export type DoorOptions = {
  /** Without the guard the same attacks have to succeed, or their failure says nothing. */
  guarded: boolean
  port: number
  lookup?: Lookup
  /** Plays sites outside: true for a connection that goes to this machine's `sitePort` whatever the name says. */
  outside?: { sitePort: number; isOutside: (hostname: string) => boolean }
}

/** A door of its own for one attack, so that no cache answers in its place. */
export function openDoor({ guarded, port, lookup = hostileLookup, outside }: DoorOptions): SafeFetch {
  const rules = { allowLocalAddresses: !guarded, ports: [80, 443, port], robotsMs: 500, lookup }
  if (!outside) return createSafeFetch(rules)
  const inward = createConnector({ allowLocalAddresses: !guarded, lookup, timeoutMs: 1_000 })
  const toSite = buildConnector({})
  return createSafeFetch({
    ...rules,
    connect(target, callback) {
      if (!outside.isOutside(target.hostname)) return inward(target, callback)
      const port = String(outside.sitePort)
      toSite({ ...target, hostname: '127.0.0.1', host: `127.0.0.1:${port}`, port }, callback)
    },
  })
}

/** What came of an attack: `reached`, a refusal's code, or what broke. */
export async function outcomeOf(fetch: SafeFetch, address: string): Promise<string> {
  try {
    return new TextDecoder().decode((await fetch(address)).body)
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
