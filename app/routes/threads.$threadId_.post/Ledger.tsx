import type { Posting } from '#app/features/publishing/by-hand/read-posting.ts'
import type { Part } from '#app/features/publishing/publication.ts'
import { StepButton } from './PostStep.tsx'

/** What became of each tweet so far. */
export function Ledger({ posting: { publicationId, parts, current, lastSettled } }: { posting: Posting }) {
  return (
    <section aria-labelledby="ledger" className="mt-10 border-t border-hairline pt-6">
      <h2 id="ledger" className="font-serif text-xl font-medium">
        How far it is
      </h2>
      <ol className="mt-3">
        {parts.map((part) => (
          <li
            key={part.position}
            aria-current={part.position === current?.position ? 'step' : undefined}
            className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-hairline py-2.5 first:border-t-0 aria-[current]:font-medium"
          >
            <span className="text-sm text-muted tabular-nums">{part.position}</span>
            <span dir="auto" className="truncate">
              {part.text}
            </span>
            <State part={part} isCurrent={part.position === current?.position} />
          </li>
        ))}
      </ol>
      {current === null && lastSettled !== null && (
        <StepButton intent="undo" at={{ publicationId, position: String(lastSettled) }}>
          Back to tweet {lastSettled}
        </StepButton>
      )}
    </section>
  )
}

function State({ part: { position, state, remoteUrl }, isCurrent }: { part: Part; isCurrent: boolean }) {
  if (state === 'posted' && remoteUrl !== null)
    return (
      <a
        href={remoteUrl}
        target="_blank"
        rel="noopener"
        className="-my-2.5 py-2.5 text-sm text-accent underline underline-offset-2"
      >
        Posted<span className="sr-only">: tweet {position} on X</span>
      </a>
    )
  const words = { posted: 'Posted', skipped: 'Skipped', waiting: isCurrent ? 'Now' : 'Waiting' }
  return <span className="text-sm text-muted">{words[state]}</span>
}
