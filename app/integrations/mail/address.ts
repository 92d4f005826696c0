import { domainToASCII } from 'node:url'

/** As RFC 5321 limits them, in bytes: a path without its brackets, and what stands before the @. */
const longestAddress = 254
const longestLocalPart = 64

/**
 * An address as mail is sent to it and as it is compared: without what stands around it, in lower case, its domain in ASCII
 * (IDNA). What is before the @ stays, plus tags too, since they are part of it. Null for what no mail can be sent to.
 */
export function deliverable(address: string): string | null {
  const written = address.trim().toLowerCase().normalize('NFC')
  const at = written.lastIndexOf('@')
  const local = written.slice(0, at)
  const domain = domainToASCII(written.slice(at + 1))
  const isSound = at > 0 && /^[^\s<>,;:"()[\]\\\p{Cc}]+$/u.test(local) && !/^\.|\.\.|\.$|@/.test(local)
  if (!isSound || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return null
  const bytes = Buffer.byteLength(local)
  return bytes <= longestLocalPart && bytes + 1 + domain.length <= longestAddress
    ? `${local}@${domain}`
    : null
}
