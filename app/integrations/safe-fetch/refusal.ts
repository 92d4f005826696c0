import { AppError } from '#app/platform/errors.ts'

/** Every code that the door throws. `DoorCode` makes each refusal name one of these; a test provokes them all. */
export const doorCodes = [
  'not-an-address',
  'unsupported-address',
  'port-not-allowed',
  'address-not-public',
  'host-not-found',
  'host-unreachable',
  'host-busy',
  'tls-failed',
  'robots-refused',
  'page-timeout',
  'connection-lost',
  'page-too-large',
  'page-unreadable',
  'redirect-loop',
  'too-many-redirects',
  'page-unreachable',
] as const

export type DoorCode = (typeof doorCodes)[number]

/**
 * A refusal of the door: always about the field `source`, always somebody's page rather than our fault. Status 422
 * unless said otherwise; 502 to 504 where the site is to blame.
 */
export function refusal(
  code: DoorCode,
  message: string,
  options: { status?: number; retryable?: boolean; cause?: unknown } = {},
): AppError {
  return new AppError(code, message, { status: 422, field: 'source', level: 'warn', ...options })
}
