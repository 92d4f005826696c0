import { useField } from './ActionForm.tsx'

type CheckFieldProps = {
  name: string
  label: string
  about: string
  /** Whether it is ticked until something was sent. */
  initial: boolean
  className?: string
}

/** A box to tick, with what ticking it means. */
export function CheckField({ name, label, about, initial, className = '' }: CheckFieldProps) {
  const { id, value } = useField(name)
  return (
    <label htmlFor={id} className={`flex min-h-11 gap-3 ${className}`}>
      <input
        id={id}
        type="checkbox"
        name={name}
        defaultChecked={value === undefined ? initial : value === 'on'}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        {label}
        <span className="block text-sm text-muted">{about}</span>
      </span>
    </label>
  )
}
