import { useFetcher } from '@remix-run/react'
import { Plus } from 'lucide-react'
import type { ChangeAnswer } from './change-tweet.server.ts'
import { useAfterSave } from './editor/after-save.ts'
import type { LeftOutPassage } from './left-out.ts'

type LeftOutProps = { passages: readonly LeftOutPassage[]; version: number; hasModel: boolean }

/** What the thread leaves out of the source, each with a way to have a tweet about it. */
export function LeftOut({ passages, version, hasModel }: LeftOutProps) {
  if (passages.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 items-center text-sm text-muted underline decoration-hairline underline-offset-4 hover:text-ink lg:min-h-9">
        What is left out ({passages.length})
      </summary>
      <ul className="mt-1 max-h-96 divide-y divide-hairline overflow-y-auto rounded-card border border-hairline bg-surface">
        {passages.map((passage) => (
          <li key={passage.start} className="px-4 py-3">
            <p dir="auto" className="font-serif leading-relaxed wrap-anywhere">
              {passage.text}
            </p>
            <AddButton passage={passage} version={version} hasModel={hasModel} />
          </li>
        ))}
      </ul>
    </details>
  )
}

type AddButtonProps = { passage: LeftOutPassage; version: number; hasModel: boolean }

/** A model writes a tweet to look at first; without one it is the passage itself, which needs no look. */
function AddButton({ passage, version, hasModel }: AddButtonProps) {
  const fetcher = useFetcher<ChangeAnswer>()
  const afterSave = useAfterSave(fetcher.submit)
  return (
    <fetcher.Form method="post" onSubmit={afterSave}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="start" value={passage.start} />
      <input type="hidden" name="end" value={passage.end} />
      <button
        type="submit"
        name="intent"
        value={hasModel ? 'ask-add' : 'add'}
        aria-disabled={fetcher.state !== 'idle' || undefined}
        className="-ml-2 inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-sm font-medium text-accent hover:bg-sunken lg:min-h-9"
      >
        <Plus aria-hidden className="size-4" />
        Add a tweet about this
      </button>
      {hasModel && fetcher.data?.saved && (
        <p role="status" className="text-sm text-muted">
          Asked for: what comes of it stands beside the thread, for you to take or leave.
        </p>
      )}
      {fetcher.data?.error && (
        <p role="alert" className="text-sm font-medium text-bad">
          {fetcher.data.error}
        </p>
      )}
    </fetcher.Form>
  )
}
