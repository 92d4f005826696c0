import { Lock } from 'lucide-react'
import { VerdictMark } from '#app/routes/threads.$threadId/VerdictMark.tsx'
import { ThreadItem, ThreadLine } from '#app/ui/ThreadLine.tsx'
import type { ShownVersion } from './history-props.ts'

/** The tweets of a version as they were. */
export function VersionTweets({ tweets }: Pick<ShownVersion, 'tweets'>) {
  return (
    <ThreadLine>
      {tweets.map(({ id, text, isLocked, verdict }, index) => (
        <ThreadItem key={id}>
          <article
            aria-label={`Tweet ${index + 1} of ${tweets.length}`}
            className="rounded-card border border-hairline bg-surface px-4 py-3"
          >
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {text === '' ? <span className="text-muted">Empty</span> : text}
            </p>
            {(verdict !== null || isLocked) && (
              <p className="mt-2 flex flex-wrap items-center gap-x-4 text-sm text-muted">
                {verdict !== null && <VerdictMark verdict={verdict} />}
                {isLocked && (
                  <span className="inline-flex items-center gap-1.5">
                    <Lock aria-hidden className="size-4" />
                    Locked
                  </span>
                )}
              </p>
            )}
          </article>
        </ThreadItem>
      ))}
    </ThreadLine>
  )
}
