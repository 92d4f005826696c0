import { measure } from '#app/features/counting/count.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { CountRing } from '#app/ui/CountRing.tsx'

/** How much of the network's limit a post takes, and what else is to be said of that. */
export function PostCount({ text, network, limit }: { text: string; network: Network; limit: number }) {
  const { length, warning } = measure(text, network, { limit })
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <CountRing length={length} limit={limit} />
      {warning !== null && <span className="text-sm text-warn">{warning}</span>}
    </span>
  )
}
