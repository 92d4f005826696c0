import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { IntentButton } from './IntentButton.tsx'
import type { StartOver } from './thread-props.ts'

type ReviewProps = { doubt: string | null; sourceId: string; startOver: StartOver | null }

/** The source has been read, and its owner decides whether it is written from. */
export function Review({ doubt, sourceId, startOver }: ReviewProps) {
  const write = (
    <IntentButton
      key="write"
      intent="continue"
      label={doubt === null ? 'Write the thread' : 'Write the thread anyway'}
      busy="Starting…"
      look={doubt === null ? 'primary' : 'plain'}
    />
  )
  const correct = (
    <ButtonLink
      key="correct"
      to={paths.source(sourceId, { edit: true })}
      look={doubt === null ? 'plain' : 'primary'}
    >
      Correct the text
    </ButtonLink>
  )
  return (
    <Notice
      title={doubt === null ? 'The source has been read' : 'This may not be the article'}
      actions={
        <>
          {doubt === null ? [write, correct] : [correct, write]}
          {startOver !== null && (
            <ButtonLink to={startOver.to} look="quiet">
              {startOver.label}
            </ButtonLink>
          )}
          <IntentButton intent="cancel" label="Stop" busy="Stopping…" look="quiet" />
        </>
      }
    >
      <p>
        {doubt ??
          'Look at what Threadr read, correct it where it is wrong, and have the thread written from it.'}
      </p>
    </Notice>
  )
}
