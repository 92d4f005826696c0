import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { controlClass, Field } from '../Field.tsx'
import { useField } from './ActionForm.tsx'

type PasswordFieldProps = {
  name: string
  label: string
  autoComplete: 'current-password' | 'new-password'
  hint?: string
}

/** A password, which can be looked at while it is typed, and never comes back from the server. */
export function PasswordField({ name, label, autoComplete, hint }: PasswordFieldProps) {
  const { id, error } = useField(name)
  const [isShown, show] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <div className="relative">
          <input
            {...attributes}
            name={name}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            spellCheck={false}
            autoCapitalize="none"
            className={`${controlClass} pe-12`}
          />
          <button
            type="button"
            aria-label={isShown ? `Hide: ${label}` : `Show: ${label}`}
            aria-pressed={isShown}
            onClick={() => show(!isShown)}
            className="needs-script absolute inset-y-0 end-0 inline-flex w-11 items-center justify-center rounded-control text-muted hover:text-ink"
          >
            <Icon aria-hidden className="size-4.5" />
          </button>
        </div>
      )}
    </Field>
  )
}
