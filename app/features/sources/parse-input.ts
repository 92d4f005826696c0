import { countWords } from '#app/features/segmentation/count-words.ts'
import { assertWebAddress } from '#app/integrations/safe-fetch/web-address.ts'
import { AppError } from '#app/platform/errors.ts'

export const fewestWords = 25
const defaultMaxCharacters = 1_000_000

export type SourceInput = { kind: 'url'; url: string } | { kind: 'text'; text: string }

function refuse(code: string, message: string): AppError {
  return new AppError(code, message, { status: 422, field: 'source' })
}

const scheme = /^([a-z][a-z0-9+.-]*):/i
// A dot within the host and then a path, a query or nothing: `example.com/post`, `www.example.org`.
const bareHost = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,63}\.?(?::\d+)?(?:[/?#]\S*)?$/u
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:[/?#]\S*)?$/
// What people type when they mean an address: `http//example.com`, `https:example`, `www.`, `localhost:3000`.
const meantAsAddress = /^(?:https?[:/]|www\.|localhost(?::\d+)?(?:\/|$))/i
const email = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/
// Schemes people meet in links. Other words before a colon ("Note:this") are text.
const otherSchemes = new Set(
  'javascript data file ftp ftps sftp mailto tel sms blob about chrome view-source ws wss ssh git magnet vbscript gopher ldap'.split(
    ' ',
  ),
)

function notAnAddress(cause?: unknown): AppError {
  return new AppError(
    'not-an-address',
    "That looks like a web address but can't be read as one. Check it, or paste the text instead.",
    { status: 422, field: 'source', cause },
  )
}

/**
 * The address as a URL object. Throws `unsupported-address` for anything but http(s) or with a user name in it, and
 * `not-an-address` for what can't be read as one.
 */
function parseAddress(address: string): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch (cause) {
    throw notAnAddress(cause)
  }
  assertWebAddress(url)
  return url
}

function asAddress(token: string): string | null {
  const named = scheme.exec(token)?.[1]?.toLowerCase()
  if (named === 'http' || named === 'https' || (named && otherSchemes.has(named)))
    return parseAddress(token).href
  if (named && /^[^:]+:\/\//.test(token)) return parseAddress(token).href
  if (email.test(token)) return null
  if (bareHost.test(token) || ipv4.test(token)) return parseAddress(`https://${token}`).href
  if (meantAsAddress.test(token)) throw notAnAddress()
  return null
}

/**
 * Tells what was submitted: an address, or the text itself. Both numbers are in characters as JavaScript counts them
 * (UTF-16). Throws AppErrors for the field `source`, status 422: `empty-source`, `not-an-address`,
 * `unsupported-address`, `source-too-long`, `too-few-words`.
 */
export function parseSourceInput(
  input: string,
  { maxCharacters = defaultMaxCharacters }: { maxCharacters?: number } = {},
): SourceInput {
  const trimmed = input.trim()
  if (trimmed === '') throw refuse('empty-source', 'Paste a web address or some text to begin.')
  if (trimmed.length > maxCharacters) {
    throw refuse(
      'source-too-long',
      `This text has ${trimmed.length.toLocaleString('en')} characters; at most ${maxCharacters.toLocaleString('en')} fit. Shorten it, or submit it in parts.`,
    )
  }
  if (trimmed.length <= 4_096 && !/\s/.test(trimmed)) {
    const url = asAddress(trimmed)
    if (url) return { kind: 'url', url }
  }
  const words = countWords(trimmed, fewestWords)
  if (words < fewestWords) {
    if (/^https?:\/\//i.test(trimmed)) throw notAnAddress()
    throw refuse(
      'too-few-words',
      `There ${words === 1 ? 'is 1 word' : `are ${words} words`} here; a thread needs at least ${fewestWords}. Paste more of the text, or its web address.`,
    )
  }
  return { kind: 'text', text: trimmed }
}
