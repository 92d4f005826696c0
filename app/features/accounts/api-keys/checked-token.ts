import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const secretBytes = 32
/** 256 bits, and 32, in digits of 62. */
const [secretLength, sumLength] = [43, 6]
/** The kind of token, and so many characters of its secret: 36 bits, which leaves 220 to be guessed. */
const hintLength = 6

function inDigits(value: bigint, length: number): string {
  let digits = ''
  for (let rest = value; rest > 0n; rest /= 62n) digits = (alphabet[Number(rest % 62n)] ?? '') + digits
  return digits.padStart(length, '0')
}

const sumOf = (text: string) => inDigits(BigInt(crc32(text)), sumLength)

/**
 * A secret of 256 bits in letters and digits behind a prefix that says what it is, with a checksum (CRC-32) at its end:
 * scanners of code and logs know one when they see it, and what can't be one is refused before anything is asked.
 */
export function newCheckedToken(prefix: string): string {
  const secret = inDigits(BigInt(`0x${randomBytes(secretBytes).toString('hex')}`), secretLength)
  return prefix + secret + sumOf(prefix + secret)
}

/** Whether a text is a token of this kind, as far as it can be told from the text. */
export function isCheckedToken(prefix: string, text: string): boolean {
  if (!text.startsWith(prefix) || text.length !== prefix.length + secretLength + sumLength) return false
  if (!/^[0-9A-Za-z]+$/.test(text.slice(prefix.length))) return false
  return text.endsWith(sumOf(text.slice(0, -sumLength)))
}

/** The beginning of a token, by which its owner knows it again. */
export const hintOf = (prefix: string, token: string) => token.slice(0, prefix.length + hintLength)
