import type { ShownCapture } from '#app/features/captures/capture-record.ts'
import type { StoppableKind } from '#app/features/mail/templates.ts'
import { kindWords } from '#app/features/mail/wishes/kinds.ts'
import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckField } from '#app/ui/forms/CheckField.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { doneSentences } from './done.ts'

type CaptureMailProps = {
  by: string
  kind: StoppableKind | null
  done: keyof typeof doneSentences | null
  /** Null once it is deleted. */
  capture: ShownCapture | null
}

/** All that is held of an address that a visitor has left, and what becomes of it. */
export function CaptureMail({ by, kind, done, capture }: CaptureMailProps) {
  const notice = done !== null && (
    <div className="mb-8">
      <Notice role="status" title={doneSentences[done]} />
    </div>
  )
  if (capture === null)
    return (
      <FormPage title="Your address">
        {notice}
        <ButtonLink to={paths.landing()}>To the first page</ButtonLink>
      </FormPage>
    )
  const action = paths.mailByLink({ by, kind: kind ?? undefined })
  const facts = [
    ['Address', capture.email],
    ['You agreed to', `“${capture.consent}”`],
    ['On', dayInWords(new Date(capture.consentAt))],
    ['Confirmed by its mailbox', capture.confirmedAt ? dayInWords(new Date(capture.confirmedAt)) : 'Not yet'],
    ['Letters of the newsletter written to you', String(capture.mailsWritten)],
    ['Account', capture.hasAccount ? 'There is one with this address by now.' : 'None with this address.'],
  ] as const
  return (
    <FormPage
      title="Your address"
      lead="This is what Threadr holds of the address you left."
      foot={
        <p>
          For a week Threadr also holds which browser it was left in, with its network address as a hash that
          nobody can read back; and for 30 days that these messages were written to you. Deleting the address
          deletes that too.
        </p>
      }
    >
      {notice}
      <dl className="mb-8 divide-y divide-hairline border-y border-hairline">
        {facts.map(([name, value]) => (
          <div key={name} className="py-2.5">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {capture.wantsNews && kind === 'news' ? (
        <ActionForm intent="stop" action={action} answer={undefined} submit={kindWords.news.stop} />
      ) : (
        <ActionForm
          key={String(capture.wantsNews)}
          intent="keep"
          action={action}
          answer={undefined}
          submit="Save"
          look="plain"
        >
          <CheckField
            name="news"
            label={kindWords.news.title}
            about={kindWords.news.about}
            initial={capture.wantsNews}
          />
        </ActionForm>
      )}
      <ActionForm
        intent="delete"
        action={action}
        answer={undefined}
        submit="Delete my address"
        look="quiet"
      />
    </FormPage>
  )
}
