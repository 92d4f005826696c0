import type { Feature } from '#app/features/billing/plans.ts'
import type { VariantNetwork } from '#app/features/threads/variants/variant.ts'

export type PlanOffer = {
  /** What comes with another plan only. */
  closed: readonly Feature[]
  /** Those that the thread has a version for, or may be given one. */
  networks: readonly VariantNetwork[]
}
