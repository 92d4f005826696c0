import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ButtonLook = 'primary' | 'plain' | 'quiet'

const base =
  'inline-flex min-h-11 max-w-full shrink-0 items-center justify-center gap-2 rounded-control px-4 text-[0.9375rem] font-medium ' +
  'no-underline transition-colors duration-150 lg:min-h-10 aria-disabled:cursor-default aria-disabled:opacity-70'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-edge bg-surface text-ink hover:bg-sunken',
  quiet: 'px-3 text-muted hover:bg-sunken hover:text-ink',
}

/** The look of a button, for a link that isn't one of the app's own pages. */
export const buttonClass = (look: ButtonLook) => `${base} ${looks[look]}`

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook
  /** Looks and acts as switched off, yet keeps the focus that a `disabled` button would lose. */
  pending?: boolean
}

export function Button({ look = 'plain', pending = false, className = '', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || undefined}
      className={`${base} ${looks[look]} ${className}`}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}

export function ButtonLink({
  to,
  look = 'plain',
  children,
}: {
  to: string
  look?: ButtonLook
  children: ReactNode
}) {
  return (
    <Link to={to} className={buttonClass(look)}>
      {children}
    </Link>
  )
}
