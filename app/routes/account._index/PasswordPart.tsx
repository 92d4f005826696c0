import { paths } from '#app/paths.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

type PasswordPartProps = { hasPassword: boolean; answer: FormAnswer | undefined }

/** Changes the password; who has none gets their first as who forgot theirs does. */
export function PasswordPart({ hasPassword, answer }: PasswordPartProps) {
  if (!hasPassword)
    return (
      <p>
        You have none, and need none to sign in. <TextLink to={paths.forgot()}>Choose one by mail</TextLink>
      </p>
    )
  return (
    <>
      <ActionForm intent="password" answer={answer} submit="Change the password" look="plain">
        <PasswordField name="present" label="Present password" autoComplete="current-password" />
        <PasswordField
          name="chosen"
          label="New password"
          autoComplete="new-password"
          hint="8 characters or more. A sentence is good."
        />
      </ActionForm>
      <p className="mt-4 text-[0.9375rem] text-muted">
        Forgot it? <TextLink to={paths.forgot()}>Choose a new one by mail</TextLink>
      </p>
    </>
  )
}
