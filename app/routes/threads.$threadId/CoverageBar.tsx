import type { Coverage } from './passages.ts'

/** A map of the article: which stretches the thread uses, and how much of it in all. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const percent = Math.round(coverage.share * 100)
  return (
    <div>
      <p className="mb-1.5 text-sm text-muted tabular-nums">
        {coverage.share > 0 && percent === 0 ? 'Under 1' : percent} % of the text is in the thread
      </p>
      <svg
        aria-hidden
        viewBox="0 0 1000 6"
        preserveAspectRatio="none"
        className="block h-1.5 w-full rounded-full"
      >
        <rect width="1000" height="6" className="fill-hairline" />
        {coverage.stretches.map(({ from, to }) => (
          <rect
            key={from}
            x={(from * 1000).toFixed(1)}
            width={Math.max(2, (to - from) * 1000).toFixed(1)}
            height="6"
            className="fill-thread"
          />
        ))}
      </svg>
    </div>
  )
}
