import { controlClass, Field } from '../Field.tsx'
import { useField } from './ActionForm.tsx'

type TextAreaFieldProps = {
  name: string
  label: string
  hint?: string
  rows: number
  maxLength?: number
}

/** A text of several lines. */
export function TextAreaField({ name, label, hint, ...area }: TextAreaFieldProps) {
  const { id, error, value } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea {...area} {...attributes} name={name} defaultValue={value} className={controlClass} />
      )}
    </Field>
  )
}
