import { Form } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { Writings, type WritingsProps } from '../threads.$threadId_.how/Writings.tsx'

type RecordPageProps = Omit<WritingsProps, 'reader'> & {
  threadId: string
  createdAt: string
  /** Null where it is a browser that nobody has signed in with. */
  owner: { id: string; name: string } | null
  isAdmin: boolean
  maySeeAs: boolean
}

/** How somebody's thread was made, for who looks after Threadr: its figures, and nothing of what it says. */
export function RecordPage({ threadId, createdAt, owner, isAdmin, maySeeAs, ...made }: RecordPageProps) {
  return (
    <AdminFrame isAdmin={isAdmin} title="How a thread was made">
      <p className="text-muted">
        A thread of {owner ? <TextLink to={paths.user(owner.id)}>{owner.name}</TextLink> : 'a visitor'},
        submitted <RelativeTime iso={createdAt} />.
      </p>
      <p className="font-mono text-sm text-muted wrap-anywhere">{threadId}</p>
      {maySeeAs && owner && (
        <Form method="post" action={paths.user(owner.id)} className="mt-4">
          <input type="hidden" name="intent" value="see-as" />
          <input type="hidden" name="thread" value={threadId} />
          <Button type="submit" look="plain">
            See it as {owner.name} does
          </Button>
          <p className="mt-1 text-sm text-muted">
            For 30 minutes, without changing anything. It is written into the audit trail, and they can read
            it.
          </p>
        </Form>
      )}
      <div className="mt-8">
        <Writings {...made} reader="staff" />
      </div>
    </AdminFrame>
  )
}
