import type { Rhythm } from '#app/features/digests/digest-setting.ts'
import type { StoppableKind } from '#app/features/mail/templates.ts'
import { alwaysComes, kindWords, type Wishes } from '#app/features/mail/wishes/kinds.ts'
import { paths } from '#app/paths.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { SelectField } from '#app/ui/forms/SelectField.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { rhythmChoices } from '../account.mail/rhythm-choices.ts'
import { WishFields } from '../account.mail/WishFields.tsx'
import { doneSentences } from './done.ts'

type PersonMailProps = {
  by: string
  kind: StoppableKind | null
  done: keyof typeof doneSentences | null
  rhythm: Rhythm
  wishes: Wishes
}

/** What a person gets by mail, chosen by the link of a message. */
export function PersonMail({ by, kind, done, rhythm, wishes }: PersonMailProps) {
  const action = paths.mailByLink({ by, kind: kind ?? undefined })
  const comes = { ...wishes, digest: rhythm !== 'off' }
  return (
    <FormPage
      title="Your mail"
      lead={done === null ? 'What Threadr writes to you. You need not sign in to change it.' : undefined}
      foot={
        <>
          <p>{alwaysComes}</p>
          <p>
            The digest’s hour and day are chosen in <TextLink to={paths.mail()}>your account</TextLink>.
          </p>
        </>
      }
    >
      {done !== null && (
        <div className="mb-8">
          <Notice role="status" title={doneSentences[done]} />
        </div>
      )}
      {kind !== null && comes[kind] && (
        <div className="mb-8 border-b border-hairline pb-8">
          <p className="font-medium">{kindWords[kind].title}</p>
          <p className="text-[0.9375rem] text-muted">{kindWords[kind].about}</p>
          <ActionForm intent="stop" action={action} answer={undefined} submit={kindWords[kind].stop} />
        </div>
      )}
      {/* Another state of theirs is another form, so that it shows what holds now. */}
      <ActionForm
        key={JSON.stringify(comes) + rhythm}
        intent="keep"
        action={action}
        answer={undefined}
        submit="Save"
        look="plain"
      >
        <SelectField
          name="rhythm"
          label="The digest of your threads"
          choices={rhythmChoices}
          initial={rhythm}
        />
        <WishFields wishes={wishes} />
      </ActionForm>
      {Object.values(comes).some(Boolean) && (
        <ActionForm
          intent="stop-all"
          action={action}
          answer={undefined}
          submit="Stop all of these"
          look="quiet"
        />
      )}
    </FormPage>
  )
}
