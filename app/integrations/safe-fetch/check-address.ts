import { AppError } from '#app/platform/errors.ts'
import { isAddress, isLocalName, isPublicAddress } from './addresses.ts'
import { assertWebAddress } from './web-address.ts'

/** The refusal of every address that isn't on the open internet, found by name, by literal or by look-up. */
export function notPublic(): AppError {
  return new AppError(
    'address-not-public',
    "This address isn't on the public internet, so Threadr doesn't open it. Use a public address, or paste the text instead.",
    { status: 422, field: 'source' },
  )
}

function refuse(code: string, message: string, cause?: unknown): AppError {
  return new AppError(code, message, { status: 422, field: 'source', cause })
}

/**
 * The address of one request, checked before anything is looked up or opened. Throws AppErrors: `not-an-address`,
 * `unsupported-address` (scheme, user name), `port-not-allowed`, `address-not-public`. Local addresses and other ports
 * pass where `allowLocalAddresses` says so.
 */
export function checkAddress(address: string, allowLocalAddresses: boolean): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch (cause) {
    throw refuse(
      'not-an-address',
      "That can't be read as a web address. Check it, or paste the text instead.",
      cause,
    )
  }
  assertWebAddress(url)
  if (allowLocalAddresses) return url
  // A scheme's own port is spelled as none; the other scheme's port is fine too.
  if (!['', '80', '443'].includes(url.port)) {
    throw refuse(
      'port-not-allowed',
      `Threadr opens web pages on ports 80 and 443 only, not ${url.port}. Paste the text instead.`,
    )
  }
  if (isAddress(url.hostname) ? !isPublicAddress(url.hostname) : isLocalName(url.hostname)) throw notPublic()
  return url
}
