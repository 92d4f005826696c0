import ipaddr from 'ipaddr.js'

// Public by their range, and yet answered by the cloud a server stands in (Azure's and Alibaba's metadata).
const cloudAddresses = new Set(['168.63.129.16', '100.100.100.200'])
const globalUnicast = ipaddr.IPv6.parse('2000::')

/**
 * Whether an IP address belongs to a host on the open internet: global unicast only. Loopback, private, link-local,
 * shared, reserved, documentation, multicast, and every IPv6 form that carries an IPv4 address (mapped, compatible,
 * NAT64, 6to4, Teredo) are not, by the IANA special-purpose registries as ipaddr.js holds them.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '')
  // A zone ("fe80::1%eth0") only exists on local links.
  if (!ipaddr.isValid(bare) || bare.includes('%')) return false
  const parsed = ipaddr.parse(bare)
  if (parsed.range() !== 'unicast' || cloudAddresses.has(parsed.toString())) return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast, 3)
}

/** Whether a host, as a URL object spells it, is an IP address rather than a name. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ''))
}

/** Names that only mean something within a network: one label alone, and the suffixes reserved for local use. */
export function isLocalName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.+$/, '')
  return (
    !name.includes('.') ||
    /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid)$/.test(
      name,
    )
  )
}
