import type { InputHTMLAttributes } from 'react'
import { controlClass, Field } from '../Field.tsx'
import { useField } from './ActionForm.tsx'

type TextFieldProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck'
> & {
  name: string
  label: string
  hint?: string
  /** What stands there until something was typed. */
  initial?: string
  className?: string
}

export function TextField({ name, label, hint, initial, className = '', ...input }: TextFieldProps) {
  const { id, error, value } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <input
          {...input}
          {...attributes}
          name={name}
          defaultValue={value ?? initial}
          className={`${controlClass} ${className}`}
        />
      )}
    </Field>
  )
}
