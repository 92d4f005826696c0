import { type ChangeEvent, useEffect, useRef } from 'react'
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
  const select = useRef<HTMLSelectElement>(null)
  const start = onChange ? initial : (value ?? initial)
  const chosen = onChange ? { value: initial, onChange } : { defaultValue: start }

  // A form that was taken goes back to where it starts. React says so once and never again, unlike with other fields: what
  // was just saved would give way to what stood there before.
  useEffect(() => {
    for (const option of select.current?.options ?? [])
      option.toggleAttribute('selected', option.value === start)
  }, [start])

  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      {(attributes) => (
        <select {...attributes} {...chosen} ref={select} name={name} className={controlClass}>
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
