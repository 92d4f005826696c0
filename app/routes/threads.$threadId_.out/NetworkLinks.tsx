import { Link } from '@remix-run/react'
import { networkNames } from '#app/features/threads/lint/network-names.ts'
import type { VariantNetwork } from '#app/features/threads/variants/variant.ts'
import { paths } from '#app/paths.ts'
import { buttonClass } from '#app/ui/Button.tsx'

/** A thread's variants, one link each; `shown` is the one that the page is about. */
export function NetworkLinks({
  threadId,
  shown,
  networks,
}: {
  threadId: string
  shown: VariantNetwork | null
  networks: readonly VariantNetwork[]
}) {
  if (networks.length === 0) return null
  return (
    <nav aria-label="Networks" className="flex flex-wrap gap-2">
      {networks.map((network) => (
        <Link
          key={network}
          to={paths.variant(threadId, network)}
          aria-current={network === shown ? 'page' : undefined}
          className={`${buttonClass('plain')} aria-[current]:bg-sunken aria-[current]:border-thread`}
        >
          {networkNames[network]}
        </Link>
      ))}
    </nav>
  )
}
