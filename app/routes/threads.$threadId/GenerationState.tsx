import type { GenerationView } from '#app/features/generation/progress.ts'
import type { FeedItem } from '#app/features/sources/document.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { FeedChoices } from './FeedChoices.tsx'
import { isFinal } from './generation-view.ts'
import { IntentButton } from './IntentButton.tsx'
import { PlanReview } from './PlanReview.tsx'
import { ProgressSteps } from './ProgressSteps.tsx'
import { spokenProgress, waitingWords } from './progress-words.ts'
import { Review } from './Review.tsx'
import type { RefusedPlan, ShownPlan, StartOver } from './thread-props.ts'

type GenerationStateProps = {
  view: GenerationView
  reconnecting: boolean
  canRetry: boolean
  canCancel: boolean
  hasTweets: boolean
  threadId: string
  copyable: () => string
  watched: boolean
  /** The form again, for a source that may be the reason why nothing came of it; null for a text. */
  startOver: StartOver | null
  sourceId: string
  doubt: string | null
  choices: FeedItem[]
  plan: ShownPlan | null
  refusedPlan: RefusedPlan | null
}

/** What the generation is doing, or how it ended, and what can be done about it. Nothing to see once it is ready. */
export function GenerationState({
  view,
  reconnecting,
  canRetry,
  canCancel,
  hasTweets,
  threadId,
  copyable,
  watched,
  startOver,
  sourceId,
  doubt,
  choices,
  plan,
  refusedPlan,
}: GenerationStateProps) {
  const ready = view.status === 'ready'
  const [waitingTitle, waitingText] = waitingWords(view)
  const waiting = view.status === 'waiting'
  // The same again would most likely end the same: what is written from has to be another. A text is changed where it is.
  const hopeless = view.error !== null && !view.error.retryable
  const another =
    startOver ?? (hopeless ? { to: paths.source(sourceId, { edit: true }), label: 'Correct the text' } : null)
  const steps = !waiting && (!isFinal(view.status) || (ready && watched))
  return (
    <div className={ready && !steps ? '' : 'mb-5'}>
      <p aria-live="polite" className="sr-only">
        {reconnecting ? 'The connection is gone. Reconnecting.' : spokenProgress(view)}
      </p>
      {steps && (
        <div className="flex min-h-15 items-start justify-between gap-x-4 rounded-card max-[18rem]:flex-wrap border border-hairline bg-surface py-2 pr-2 pl-4">
          {view.status === 'queued' ? (
            <p className="py-2">
              <span className="font-medium">{waitingTitle}</span>{' '}
              <span className="text-muted tabular-nums">{waitingText}</span>
            </p>
          ) : (
            <ProgressSteps view={view} />
          )}
          <div className="ml-auto flex shrink-0 flex-col items-end gap-x-2 sm:flex-row sm:items-center">
            {reconnecting && <span className="text-sm text-warn">Reconnecting…</span>}
            {ready && (
              // On a narrow screen what the bar above would say, which would push down what is read.
              <span className="flex flex-col items-stretch gap-2 sm:hidden">
                <CopyButton text={copyable} label="Copy" />
                <ButtonLink to={paths.takeOut(threadId)}>Post or export</ButtonLink>
              </span>
            )}
            {canCancel && !ready && (
              <IntentButton intent="cancel" label="Stop" busy="Stopping…" look="quiet" />
            )}
          </div>
        </div>
      )}
      {waiting && plan !== null && (
        <PlanReview key={plan.snapshotId} plan={plan} refused={refusedPlan} sourceId={sourceId} />
      )}
      {waiting && plan === null && <Review doubt={doubt} sourceId={sourceId} startOver={startOver} />}
      {view.status === 'failed' && choices.length > 0 && <FeedChoices items={choices} />}
      {view.status === 'failed' && choices.length === 0 && (
        <Notice
          tone="bad"
          title="The thread could not be finished"
          actions={
            <>
              {canRetry && (
                <IntentButton
                  intent="retry"
                  label="Try again"
                  busy="Starting…"
                  look={hopeless ? 'plain' : 'primary'}
                />
              )}
              {canRetry && view.error?.code.startsWith('model-') && (
                <IntentButton
                  intent="retry-builtin"
                  label="Write with the built-in writer"
                  busy="Starting…"
                  look="plain"
                />
              )}
              {view.error?.code === 'source-too-long-for-plan' && (
                <ButtonLink to={paths.pricing()} look="plain">
                  See plans and prices
                </ButtonLink>
              )}
              {another !== null ? (
                <ButtonLink to={another.to} look={hopeless ? 'primary' : 'plain'}>
                  {another.label}
                </ButtonLink>
              ) : (
                !canRetry && <ButtonLink to="/">Start a new thread</ButtonLink>
              )}
            </>
          }
        >
          <p>{view.error?.message ?? 'Something went wrong on our side.'}</p>
          {hasTweets && <p className="mt-1">What was written so far is below, as an unfinished draft.</p>}
        </Notice>
      )}
      {view.status === 'cancelled' && (
        <Notice
          title="You stopped this thread"
          actions={
            canRetry ? (
              <IntentButton intent="retry" label="Write it again" busy="Starting…" look="primary" />
            ) : (
              <ButtonLink to="/">Start a new thread</ButtonLink>
            )
          }
        >
          <p>
            {hasTweets
              ? 'What was written until then is below, as an unfinished draft.'
              : 'It was stopped before the first tweet was written.'}
          </p>
        </Notice>
      )}
    </div>
  )
}
