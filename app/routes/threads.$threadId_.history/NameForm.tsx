import { Tag } from 'lucide-react'
import type { RevisionRow } from '#app/features/threads/revisions/list-revisions.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'

type NameFormProps = {
  row: RevisionRow
  answer: FormAnswer | undefined
  /** Where the list begins that the page goes on showing. */
  before: number | null
}

/** Gives a version a name, folded away until it is wanted. */
export function NameForm({ row, answer, before }: NameFormProps) {
  return (
    <details open={answer?.intent === 'name'} className="min-w-0 flex-1 basis-64">
      <summary className={`${quietControlClass} cursor-pointer list-none lg:min-h-10`}>
        <Tag aria-hidden className="size-4" />
        {row.name === null ? 'Name this version' : 'Rename'}
      </summary>
      <ActionForm
        intent="name"
        answer={answer}
        submit="Save the name"
        look="plain"
        hidden={{ revision: String(row.version), before: before?.toString() }}
        className="mt-2 max-w-md"
      >
        <TextField
          name="name"
          label="Name"
          hint="A named version stays in the history by itself. Empty takes the name away."
          initial={row.name ?? ''}
          maxLength={80}
          autoComplete="off"
        />
      </ActionForm>
    </details>
  )
}
