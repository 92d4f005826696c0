import { FieldError } from '#app/ui/Field.tsx'
import { ActionForm, useField } from '#app/ui/forms/ActionForm.tsx'
import { CheckField } from '#app/ui/forms/CheckField.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { TextField } from '#app/ui/forms/TextField.tsx'

const choices = [
  { name: 'threads:read', label: 'Read threads', about: 'List them, read them, follow their writing.' },
  { name: 'threads:write', label: 'Change threads', about: 'Make them, edit their tweets, delete them.' },
]

export function NewKeyForm({ answer }: { answer: FormAnswer | undefined }) {
  return (
    <ActionForm intent="make" answer={answer} submit="Make the key">
      <TextField
        name="name"
        label="Name"
        hint="What it is for: “Newsletter script”."
        maxLength={60}
        autoComplete="off"
      />
      <Scopes isNew={answer === undefined} />
    </ActionForm>
  )
}

function Scopes({ isNew }: { isNew: boolean }) {
  const { id, error } = useField('scopes')
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="mb-1 text-sm font-medium">What it may do</legend>
      {choices.map((choice) => (
        <CheckField
          key={choice.name}
          {...choice}
          initial={isNew && choice.name === 'threads:read'}
          className="py-2"
        />
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
