import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A link within a sentence. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong">
      {children}
    </Link>
  )
}
