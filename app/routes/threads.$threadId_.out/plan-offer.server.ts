import { closedFeatures } from '#app/features/billing/require-feature.server.ts'
import { savedNetworks } from '#app/features/threads/variants/read-variant.ts'
import { type VariantNetwork, variantNetworks } from '#app/features/threads/variants/variant.ts'
import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { PlanOffer } from './plan-offer.ts'

/** Which of the ways out of a thread the plan of its owner holds back. What was made while they had one stays open. */
export async function planOffer(context: AppContext, owner: Owner, threadId: string): Promise<PlanOffer> {
  const closed = await closedFeatures(context, owner)
  const saved = closed.includes('variants') ? await savedNetworks(context.database.prisma, threadId) : null
  const isOpen = (network: VariantNetwork) => saved === null || saved.includes(network)
  return { closed, networks: variantNetworks.filter(isOpen) }
}
