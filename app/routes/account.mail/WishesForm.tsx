import type { Wishes } from '#app/features/mail/wishes/kinds.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { WishFields } from './WishFields.tsx'

export function WishesForm({ wishes, answer }: { wishes: Wishes; answer: FormAnswer | undefined }) {
  return (
    <ActionForm intent="wishes" answer={answer} submit="Save" look="plain">
      <WishFields wishes={wishes} />
    </ActionForm>
  )
}
