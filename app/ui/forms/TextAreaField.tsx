import { controlClass, Field } from '../Field.tsx'
import { useField } from './ActionForm.tsx'

type TextAreaFieldProps = {
  name: string
  label: string
  hint?: string
  /** What stands there until something was typed. */
  initial?: string
  rows: number
  maxLength?: number
}

/** A field for several paragraphs. */
export function TextAreaField({ name, label, hint, initial, rows, maxLength }: TextAreaFieldProps) {
  const { id, error, value } = useField(name)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea
          {...attributes}
          name={name}
          rows={rows}
          maxLength={maxLength}
          defaultValue={value ?? initial}
          className={`${controlClass} resize-y leading-relaxed`}
        />
      )}
    </Field>
  )
}
