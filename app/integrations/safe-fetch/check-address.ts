import type { AppError } from '#app/platform/errors.ts'
import { isAddress, isLocalName, isPublicAddress } from './addresses.ts'
import { refusal } from './refusal.ts'
import { assertWebAddress } from './web-address.ts'

export type AddressRules = {
  /** Lets local and private addresses and any port through: for development and tests only. */
  allowLocalAddresses: boolean
  /** 80 and 443, unless a test has its own site elsewhere. */
  ports?: readonly number[] | undefined
}

/** The refusal of every address that isn't on the open internet, found by name, by literal or by look-up. */
export function notPublic(): AppError {
  return refusal(
    'address-not-public',
    "This address isn't on the public internet, so Threadr doesn't open it. Use a public address, or paste the text instead.",
  )
}

const portOf = ({ port, protocol }: URL) => (port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port))

/**
 * The address of one request without its fragment, checked before anything is looked up or opened. Throws AppErrors:
 * `not-an-address`, `unsupported-address` (scheme, user name), `port-not-allowed`, `address-not-public`.
 */
export function checkAddress(address: string, { allowLocalAddresses, ports = [80, 443] }: AddressRules): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch (cause) {
    throw refusal(
      'not-an-address',
      "That can't be read as a web address. Check it, or paste the text instead.",
      { cause },
    )
  }
  assertWebAddress(url)
  url.hash = ''
  if (allowLocalAddresses) return url
  if (!ports.includes(portOf(url))) {
    throw refusal(
      'port-not-allowed',
      `Threadr opens web pages on ports 80 and 443 only, not ${url.port}. Paste the text instead.`,
    )
  }
  // A URL object drops one trailing dot of an address but not two.
  const host = url.hostname.replace(/\.+$/, '')
  if (isAddress(host) ? !isPublicAddress(host) : isLocalName(host)) throw notPublic()
  return url
}
