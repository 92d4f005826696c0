import { paths } from '#app/paths.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckField } from '#app/ui/forms/CheckField.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { type Done, doneSentences } from './done.ts'

type ShownFlag = {
  name: string
  about: string
  isOnByDefault: boolean
  version: number
  isOn: boolean
  percent: number
  users: string[]
  visitors: string[]
  plans: string[]
  changedAt: string | null
}
type FlagsPageProps = { flags: ShownFlag[]; done: Done | null; answer: FormAnswer | undefined }

export function FlagsPage({ flags, done, answer }: FlagsPageProps) {
  return (
    <AdminFrame isAdmin title="Flags">
      <OutcomeNotice refusal={undefined} done={done !== null && !answer ? doneSentences[done] : null} />
      <p className="mb-10 max-w-reading text-muted">
        A flag that is on shows its part to those who are listed and to a share of everybody else, always the
        same ones. Every change stands in the audit trail.{' '}
        <TextLink to={paths.compare()}>How the two sides and versions did</TextLink>
      </p>
      {flags.map((flag) => (
        <FlagPart key={flag.name} {...flag} answer={answer?.values.name === flag.name ? answer : undefined} />
      ))}
    </AdminFrame>
  )
}

function FlagPart({
  name,
  about,
  isOnByDefault,
  version,
  changedAt,
  answer,
  ...state
}: ShownFlag & { answer: FormAnswer | undefined }) {
  return (
    <section aria-labelledby={name} className="border-t border-hairline pt-8 pb-12">
      <h2 id={name} className="font-serif text-2xl font-medium">
        {name}
      </h2>
      <p className="mt-2 max-w-reading text-muted">{about}</p>
      <p className="mt-2 mb-6 text-sm text-muted">
        {changedAt === null ? (
          `Nobody has set it: ${isOnByDefault ? 'on' : 'off'} for everybody.`
        ) : (
          <>
            {whoIsIn(state)} Changed <RelativeTime iso={changedAt} />.
          </>
        )}
      </p>
      <div className="max-w-reading">
        <ActionForm
          intent="change"
          answer={answer}
          submit="Set the flag"
          look="plain"
          hidden={{ name, version: String(version) }}
        >
          <CheckField
            name="isOn"
            label="On"
            about="Off, it is off for everybody, whoever is listed."
            initial={state.isOn}
          />
          <TextField
            name="percent"
            label="Share of everybody, in percent"
            initial={String(state.percent)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
          />
          <TextField
            name="plans"
            label="Whole plans"
            hint="visitor, free, pro, team: those wanted, parted by spaces."
            initial={state.plans.join(' ')}
            autoComplete="off"
          />
          <TextField
            name="users"
            label="People"
            hint="Their ids, parted by spaces: the last part of the address of their page here."
            initial={state.users.join(' ')}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            name="visitors"
            label="Browsers"
            hint="Ids of browsers without an account, as the audit trail has them."
            initial={state.visitors.join(' ')}
            autoComplete="off"
            spellCheck={false}
          />
        </ActionForm>
      </div>
    </section>
  )
}

function whoIsIn({
  isOn,
  percent,
  users,
  visitors,
  plans,
}: Pick<ShownFlag, 'isOn' | 'percent' | 'users' | 'visitors' | 'plans'>) {
  if (!isOn) return 'Off for everybody.'
  const listed = users.length + visitors.length
  const parts = [
    `${percent} % of everybody`,
    ...(plans.length > 0 ? [`all on ${plans.join(', ')}`] : []),
    ...(listed > 0 ? [`${listed} listed`] : []),
  ]
  return `On for ${parts.join(', ')}.`
}
