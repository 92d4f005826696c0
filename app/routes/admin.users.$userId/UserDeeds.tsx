import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { SelectField } from '#app/ui/forms/SelectField.tsx'

const roleChoices = [
  ['user', 'User'],
  ['support', 'Support'],
  ['admin', 'Admin'],
] as const

export type UserDeedsProps = {
  user: { name: string; role: string; isSuspended: boolean }
  may: {
    reset: boolean
    endSessions: boolean
    sync: boolean
    suspend: boolean
    changeRole: boolean
    seeAs: boolean
  }
  answer: FormAnswer | undefined
}

/** What may be done to somebody's account by who looks at it. */
export function UserDeeds({ user, may, answer }: UserDeedsProps) {
  const nothing = !Object.values(may).some(Boolean)
  if (nothing) return <p className="text-muted">Nothing, with your role: it takes an admin.</p>
  return (
    <div className="divide-y divide-hairline *:py-5 *:first:pt-0 *:last:pb-0">
      {may.reset && (
        <Deed about="They get a link to choose a new password. Nobody else sees it.">
          <ActionForm intent="reset" answer={answer} submit="Send a password reset" look="plain" />
        </Deed>
      )}
      {may.endSessions && (
        <Deed about="Every browser has to sign in again.">
          <ActionForm intent="end-sessions" answer={answer} submit="Sign out everywhere" look="plain" />
        </Deed>
      )}
      {may.sync && (
        <Deed about="Stripe is asked how they stand, and their plan is set by that. It changes nothing at Stripe.">
          <ActionForm intent="sync" answer={answer} submit="Ask Stripe again" look="plain" />
        </Deed>
      )}
      {may.seeAs && (
        <Deed about="You see their threads as they do, for 30 minutes, and can change nothing. They can read that you did.">
          <ActionForm intent="see-as" answer={answer} submit={`See Threadr as ${user.name}`} look="plain" />
        </Deed>
      )}
      {may.changeRole && (
        <Deed about="Support finds people, sends resets and ends sessions. An admin does all there is.">
          <ActionForm intent="role" answer={answer} submit="Change the role" look="plain">
            <SelectField
              name="role"
              label="Role"
              choices={roleChoices}
              className="mt-3"
              initial={user.role}
            />
          </ActionForm>
        </Deed>
      )}
      {may.suspend && (
        <Deed
          about={
            user.isSuspended
              ? 'They can sign in again.'
              : 'They are signed out everywhere, and nothing lets them in. Their threads stay.'
          }
        >
          <ActionForm
            intent={user.isSuspended ? 'restore' : 'suspend'}
            answer={answer}
            submit={user.isSuspended ? 'Lift the suspension' : 'Suspend the account'}
            look="plain"
          />
        </Deed>
      )}
    </div>
  )
}

function Deed({ about, children }: { about: string; children: React.ReactNode }) {
  return (
    <div>
      <p className="text-[0.9375rem] text-muted">{about}</p>
      {children}
    </div>
  )
}
