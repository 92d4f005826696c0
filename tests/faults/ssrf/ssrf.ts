import type { Fault } from '../fault.ts'
import { attacks } from './attacks.ts'
import { startCanary } from './canary.ts'
import { countDials } from './count-dials.ts'

type Result = {
  /** Connections to the canary while the guard stood. */
  hits: number
  /** Connections begun to anywhere but the sites that play the outside. */
  strayDials: number
  /** Attacks that ended in something else than their refusal. */
  otherEnds: string[]
  /** Attacks that don't get to the canary though nothing stops them: they would prove nothing. */
  harmless: string[]
  tried: number
  proven: number
}

/**
 * Tries every way to a server on this machine, its network and the clouds' metadata: with the guard, and, where the
 * server can be reached, without it.
 */
async function attackCanary(): Promise<Result> {
  const canary = await startCanary()
  const { port, hits } = canary
  const otherEnds: string[] = []
  const harmless: string[] = []
  let proven = 0
  try {
    const dials = await countDials(async () => {
      for (const { name, ends = 'address-not-public', run } of attacks) {
        const end = await run({ guarded: true, port })
        if (end !== ends) otherEnds.push(`${name}: ${end}`)
      }
    })
    const guardedHits = hits()
    for (const { name, over, run } of attacks) {
      if (over === null || (over === 'ipv6' && !canary.ipv6)) continue
      const before = hits()
      const end = await run({ guarded: false, port })
      if (hits() > before) proven += 1
      else harmless.push(`${name}: ${end}`)
    }
    const outside = attacks.reduce((sum, attack) => sum + attack.outside, 0)
    return {
      hits: guardedHits,
      strayDials: dials - outside,
      otherEnds,
      harmless,
      tried: attacks.length,
      proven,
    }
  } finally {
    await canary.close()
  }
}

export const ssrf: Fault = {
  name: 'ssrf',
  quick: true,
  async run() {
    const { hits, strayDials, otherEnds, harmless, tried, proven } = await attackCanary()
    return {
      ok: hits === 0 && strayDials === 0 && otherEnds.length === 0 && harmless.length === 0 && proven > 0,
      seen: [
        `${hits} hits and ${strayDials} stray connections in ${tried} attacks, ${proven} of which hit without the guard`,
        ...otherEnds.map((each) => `not refused as it should be: ${each}`),
        ...harmless.map((each) => `no attack: ${each}`),
      ].join('; '),
    }
  },
}
