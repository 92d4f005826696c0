import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { CountRing } from '#app/ui/CountRing.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import type { VariantPageProps } from './variant-props.ts'

/** Of a variant that is one post: how long all of it is, and how it is written for LinkedIn's API. */
export function WholePost({ whole }: { whole: NonNullable<VariantPageProps['whole']> }) {
  const { length, limit, over, marks, escaped, escapedText } = whole
  return (
    <div className="mt-5 space-y-4">
      <p className="flex items-center gap-3 text-[0.9375rem]">
        All of it: <CountRing length={length} limit={limit} />
      </p>
      {over !== null && (
        <Notice tone="bad" title={over}>
          Leave tweets out here, or say them shorter: the thread itself stays as it is.
        </Notice>
      )}
      {marks.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong">
            LinkedIn’s API would read {marks.join(' ')} as its own marks
          </summary>
          <p className="mb-2 text-[0.9375rem] text-muted">
            Pasted into LinkedIn, it is right as it is. A program that posts it has to write a “\” before
            them, or LinkedIn cuts the post off there:
          </p>
          <p
            dir="auto"
            className="rounded-card border border-hairline bg-surface p-4 text-[0.9375rem] whitespace-pre-line wrap-anywhere"
          >
            <ChangedWords words={escaped} />
          </p>
          <div className="my-3">
            <CopyButton text={escapedText} label="Copy it for a program" look="plain" />
          </div>
        </details>
      )}
    </div>
  )
}
