import { Link } from '@remix-run/react'
import { type Network, networks } from '#app/features/counting/networks.ts'
import { networkNames } from '#app/features/threads/lint/network-names.ts'
import { paths } from '#app/paths.ts'
import { buttonClass } from '#app/ui/Button.tsx'

/** All but X, which the thread itself is for. */
const others = networks.filter((network) => network !== 'x')

/** A thread's variants, one link each; `shown` is the one that the page is about. */
export function NetworkLinks({ threadId, shown }: { threadId: string; shown: Network | null }) {
  return (
    <nav aria-label="Networks" className="flex flex-wrap gap-2">
      {others.map((network) => (
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
