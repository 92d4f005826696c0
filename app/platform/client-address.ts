import { createHmac } from 'node:crypto'
import ipaddr from 'ipaddr.js'

/** Half of an IPv6 address is its network; whoever has one may use any of the other half's addresses. */
const countedBitsOfSix = 64
const coarseBits = { ipv4: 24, ipv6: 48 }

/**
 * What limits count an address as: an IPv4 address by itself, also where it is written as IPv6, and an IPv6 one by its
 * /64. What is no address counts as one and the same.
 */
export function countedAddress(address: string): string {
  const parsed = parse(address)
  if (!parsed) return 'unknown'
  return parsed.kind() === 'ipv4' ? parsed.toString() : network(parsed, countedBitsOfSix)
}

/** The same as a keyed hash, from which nobody without the secret reads an address. */
export const addressKey = (address: string, secret: string): string =>
  createHmac('sha256', secret).update(countedAddress(address)).digest('base64url')

/** An address without what would tell one household from the next: IPv4 to its /24, IPv6 to its /48. Null for none. */
export function coarseAddress(address: string): string | null {
  const parsed = parse(address)
  return parsed && network(parsed, coarseBits[parsed.kind()])
}

/** Kinds of addresses that are nobody's on the internet: a whole network, or everybody behind a proxy, may come from one. */
const unrouted = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
])

/** Whether a network, as `coarseAddress` gives it, is somebody's on the internet. */
export function isPublicNetwork(coarse: string): boolean {
  const parsed = parse(coarse.replace(/\/\d+$/, ''))
  return parsed !== null && !unrouted.has(parsed.range())
}

type Address = ReturnType<typeof ipaddr.process>

function parse(address: string): Address | null {
  return ipaddr.isValid(address) ? ipaddr.process(address) : null
}

function network(address: Address, bits: number): string {
  const bytes = address.toByteArray().map((byte, at) => byte & maskOfByte(bits - at * 8))
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`
}

/** The mask of a byte of which so many bits count: all from 8 on, none below 1. */
const maskOfByte = (bits: number) => (0xff00 >> Math.min(8, Math.max(0, bits))) & 0xff
