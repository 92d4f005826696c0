import type { ChangeEvent } from 'react'
import { controlClass, Field } from '../Field.tsx'
import { useField } from './ActionForm.tsx'

type SelectFieldProps = {
  name: string
  label: string
  hint?: string
  choices: readonly (readonly [value: string, name: string])[]
  /** What is chosen until something was sent. */
  initial: string
  /** With it, what is chosen is the page's to say: `initial`. */
  onChange?: (event: ChangeEvent<HTMLSelectElement>) => void
  className?: string
}

/** One of several, chosen from a list. */
export function SelectField({
  name,
  label,
  hint,
  choices,
  initial,
  onChange,
  className = '',
}: SelectFieldProps) {
  const { id, error, value } = useField(name)
  const chosen = onChange ? { value: initial, onChange } : { defaultValue: value ?? initial }
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      {(attributes) => (
        <select {...attributes} {...chosen} name={name} className={controlClass}>
          {choices.map(([choice, title]) => (
            <option key={choice} value={choice}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
