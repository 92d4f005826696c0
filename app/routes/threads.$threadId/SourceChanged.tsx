import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { IntentButton } from './IntentButton.tsx'

/** The thread was written from another version of its source than the one that counts now. */
export function SourceChanged({ sourceId }: { sourceId: string }) {
  return (
    <div className="mb-5">
      <Notice
        title="The source’s text has changed since"
        actions={
          <>
            <IntentButton intent="rewrite" label="Write it again" busy="Starting…" look="plain" />
            <ButtonLink to={paths.source(sourceId)} look="quiet">
              See what was read
            </ButtonLink>
          </>
        }
      >
        <p>
          This thread shows the text that it was written from. Writing it again takes the new one and replaces
          these tweets.
        </p>
      </Notice>
    </div>
  )
}
