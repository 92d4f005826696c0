import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'

/** A list whose items hang on one continuous line. */
export function ThreadLine({ className = '', ...rest }: ComponentPropsWithoutRef<'ol'>) {
  return <ol {...rest} className={`thread-line ${className}`} />
}

type ThreadItemProps = ComponentPropsWithoutRef<'li'> & {
  /** Its part of the line draws itself. */
  arriving?: boolean
  /** The line runs on below it: more is to come. */
  pending?: boolean
  lit?: boolean
  children: ReactNode
}

export const ThreadItem = forwardRef<HTMLLIElement, ThreadItemProps>(function ThreadItem(
  { arriving, pending, lit, children, ...rest },
  ref,
) {
  return (
    <li
      {...rest}
      ref={ref}
      data-arriving={arriving || undefined}
      data-pending={pending || undefined}
      data-lit={lit || undefined}
    >
      <span aria-hidden data-tie-node className="thread-node" />
      {children}
    </li>
  )
})
