type CountRingProps = {
  length: number
  limit: number
  /** What is counted, for those who hear it rather than see it. */
  unit?: string
}

const nearly = 0.93

/** A ring that fills up to the limit, with the count beside it; above the limit it says by how much. */
export function CountRing({ length, limit, unit = 'characters' }: CountRingProps) {
  const over = Math.max(0, length - limit)
  const share = Math.min(1, length / limit)
  const colour = over > 0 ? 'text-bad' : share >= nearly ? 'text-warn' : 'text-muted'
  const said =
    over > 0 ? `${length} of ${limit} ${unit}, ${over} over the limit` : `${length} of ${limit} ${unit}`
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm tabular-nums ${colour}`}>
      <svg aria-hidden viewBox="0 0 20 20" className="size-5 -rotate-90">
        <circle cx="10" cy="10" r="8" fill="none" strokeWidth="2.5" className="stroke-hairline" />
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          pathLength="100"
          strokeDasharray={`${(share * 100).toFixed(1)} 100`}
        />
      </svg>
      <span aria-hidden>{over > 0 ? `${over} over` : length}</span>
      <span className="sr-only">{said}</span>
    </span>
  )
}
