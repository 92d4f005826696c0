import type { ComponentPropsWithoutRef, ReactNode } from 'react'

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

export function ThreadItem({ arriving, pending, lit, children, ...rest }: ThreadItemProps) {
  return (
    <li
      {...rest}
      data-arriving={arriving || undefined}
      data-pending={pending || undefined}
      data-lit={lit || undefined}
    >
      <span aria-hidden data-tie-node className="thread-node" />
      {children}
    </li>
  )
}
