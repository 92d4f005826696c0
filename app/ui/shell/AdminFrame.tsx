import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'

const tabClass =
  'flex min-h-11 items-center border-b-2 border-transparent text-[0.9375rem] text-muted no-underline hover:text-ink aria-[current=page]:border-thread aria-[current=page]:text-ink'

/** The frame of the pages for support and admins; `isAdmin` shows what admins alone may open. */
export function AdminFrame({
  isAdmin,
  title,
  children,
}: {
  isAdmin: boolean
  title: string
  children: ReactNode
}) {
  return (
    <main id="content" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <nav aria-label="Administration" className="mb-8 flex flex-wrap gap-x-6 border-b border-hairline">
        <NavLink to="/admin" end className={tabClass}>
          People
        </NavLink>
        <NavLink to="/admin/review" className={tabClass}>
          To review
        </NavLink>
        <NavLink to="/admin/mail" className={tabClass}>
          Mail
        </NavLink>
        {isAdmin && (
          <>
            <NavLink to="/admin/audit" className={tabClass}>
              Audit trail
            </NavLink>
            <NavLink to="/admin/money" className={tabClass}>
              Money
            </NavLink>
            <NavLink to="/admin/numbers" className={tabClass}>
              Numbers
            </NavLink>
            <NavLink to="/admin/flags" className={tabClass}>
              Flags
            </NavLink>
          </>
        )}
      </nav>
      <h1 className="mb-6 font-serif text-4xl font-medium tracking-tight wrap-anywhere">{title}</h1>
      {children}
    </main>
  )
}
