import { Form } from '@remix-run/react'
import { Button } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { Changes } from './Changes.tsx'
import type { ShownReread } from './source-props.ts'

/** What came of fetching a source again. */
export function RereadOutcome({ reread, present }: { reread: ShownReread; present: string }) {
  return (
    <div className="mb-8 max-w-4xl" aria-live="polite">
      {reread.state === 'at work' && <Notice title="Fetching it again…" />}
      {reread.state === 'unchanged' && (
        <Notice title="The page has not changed">
          Fetched again <RelativeTime iso={reread.at} />.
        </Notice>
      )}
      {reread.state === 'failed' && (
        <Notice tone="bad" title="It could not be fetched again">
          {reread.message} What was read before stays as it is.
        </Notice>
      )}
      {reread.state === 'changed' && (
        <Notice
          title="The page is different now"
          actions={
            <>
              <UseButton snapshotId={reread.snapshotId} label="Use the page as it is now" look="primary" />
              <UseButton snapshotId={present} label="Keep the text I have" look="plain" />
            </>
          }
        >
          Fetched again <RelativeTime iso={reread.at} />. This is what it changes in the text you have:
          <Changes changes={reread.changes} />
        </Notice>
      )}
    </div>
  )
}

type UseButtonProps = { snapshotId: string; label: string; look: 'primary' | 'plain' | 'quiet' }

/** Makes a version the one that counts. */
export function UseButton({ snapshotId, label, look }: UseButtonProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="snapshotId" value={snapshotId} />
      <Button type="submit" name="intent" value="use" look={look}>
        {label}
      </Button>
    </Form>
  )
}
