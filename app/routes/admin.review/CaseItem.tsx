import { Form, useNavigation } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

export type ShownCase = {
  userId: string
  name: string
  email: string | null
  createdAt: string
  keptAt: string | null
  threads: number
  seen: string
  score: number
  reasons: string[]
  mayReview: boolean
  maySuspend: boolean
}

/** An account that somebody has to decide about: why, what is known of it, and what can be done. */
export function CaseItem(props: ShownCase) {
  const { userId, name, email, createdAt, keptAt, threads, score, reasons } = props
  return (
    <li className="grid gap-x-8 gap-y-4 py-6 sm:grid-cols-[5rem_1fr]">
      <p className="text-muted max-sm:text-sm">
        <span className="font-serif text-4xl font-medium text-ink tabular-nums max-sm:text-2xl">{score}</span>
        <span className="sm:block sm:text-sm"> of 100</span>
      </p>
      <div className="min-w-0">
        <h3 className="font-medium wrap-anywhere">
          <TextLink to={paths.user(userId)}>{name}</TextLink>
        </h3>
        <p className="text-sm text-muted wrap-anywhere">
          {email ?? 'no address'} · made <RelativeTime iso={createdAt} /> ·{' '}
          {threads === 1 ? '1 thread' : `${threads} threads`}
          {keptAt !== null && (
            <>
              {' '}
              · kept limited <RelativeTime iso={keptAt} />
            </>
          )}
        </p>
        {reasons.length === 0 && (
          <p className="mt-3">What spoke against it is taken back since somebody kept it limited.</p>
        )}
        <ul className="mt-3 max-w-reading list-disc space-y-1 pl-5">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        <CaseDeeds {...props} />
      </div>
    </li>
  )
}

function CaseDeeds({ userId, name, seen, keptAt, mayReview, maySuspend }: ShownCase) {
  const navigation = useNavigation()
  if (!mayReview) return <p className="mt-4 text-sm text-muted">Somebody else has to decide this one.</p>
  const sent = navigation.formData?.get('userId') === userId ? navigation.formData.get('intent') : null
  const deeds = [
    { intent: 'cleared', label: 'Clear', isOffered: true },
    { intent: 'kept', label: 'Keep limited', isOffered: keptAt === null },
    { intent: 'suspended', label: 'Suspend', isOffered: maySuspend },
  ].filter(({ isOffered }) => isOffered)
  return (
    <Form method="post" className="mt-5 flex flex-wrap gap-2">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="seen" value={seen} />
      {deeds.map(({ intent, label }) => (
        <Button
          key={intent}
          type="submit"
          name="intent"
          value={intent}
          pending={sent !== null}
          aria-label={`${label}: ${name}`}
        >
          {sent === intent ? 'Sending…' : label}
        </Button>
      ))}
    </Form>
  )
}
