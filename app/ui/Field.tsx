import type { ReactNode } from 'react'
import { fieldAttributes } from './field-attributes.ts'

/** How every control that takes text or a choice looks. */
export const controlClass =
  'block min-h-11 w-full rounded-control border border-edge bg-surface px-3 py-2 text-base text-ink ' +
  'placeholder:text-muted aria-invalid:border-bad lg:min-h-10'

type FieldProps = {
  id: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  className?: string
  /** Draws the control with the attributes that tie it to its hint and its error. */
  children: (attributes: ReturnType<typeof fieldAttributes>) => ReactNode
}

export function Field({ id, label, hint, error, className = '', children }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {children(fieldAttributes(id, hint, error))}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted wrap-anywhere">
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (error === undefined) return null
  return (
    <p id={`${id}-error`} className="mt-1 text-sm font-medium text-bad wrap-anywhere">
      {error}
    </p>
  )
}
