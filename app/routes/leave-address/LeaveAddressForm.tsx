import { addressConsent, newsConsent } from '#app/features/captures/consent.ts'
import { paths } from '#app/paths.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckField } from '#app/ui/forms/CheckField.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { TextField } from '#app/ui/forms/TextField.tsx'

/** Where a visitor leaves an address, with all that they agree to by it. */
export function LeaveAddressForm({ answer }: { answer: FormAnswer | undefined }) {
  return (
    <ActionForm
      intent="leave-address"
      action={paths.leaveAddress()}
      answer={answer}
      submit="Send the link to confirm it"
    >
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="email"
        spellCheck={false}
        hint={addressConsent}
      />
      <CheckField name="news" label="The newsletter" about={newsConsent} initial={false} />
    </ActionForm>
  )
}
