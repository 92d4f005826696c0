import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'

const tabClass =
  'flex min-h-11 items-center border-b-2 border-transparent text-[0.9375rem] text-muted no-underline hover:text-ink aria-[current=page]:border-thread aria-[current=page]:text-ink'

type Section = { to: string; title: string; isAdmins?: true }

/** What there is to look after, in the order in which it is needed most. */
const sections: Section[] = [
  { to: '/admin', title: 'People' },
  { to: '/admin/review', title: 'To review' },
  { to: '/admin/mail', title: 'Mail' },
  { to: '/admin/newsletter', title: 'Newsletter' },
  { to: '/admin/alerts', title: 'Alerts' },
  { to: '/admin/money', title: 'Money', isAdmins: true },
  { to: '/admin/numbers', title: 'Numbers', isAdmins: true },
  { to: '/admin/flags', title: 'Flags', isAdmins: true },
  { to: '/admin/audit', title: 'Audit trail', isAdmins: true },
  { to: '/admin/health', title: 'Health', isAdmins: true },
]

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
        {sections.map(
          ({ to, title: name, isAdmins }) =>
            (isAdmin || !isAdmins) && (
              <NavLink key={to} to={to} end={to === '/admin'} className={tabClass}>
                {name}
              </NavLink>
            ),
        )}
      </nav>
      <h1 className="mb-6 font-serif text-4xl font-medium tracking-tight wrap-anywhere">{title}</h1>
      {children}
    </main>
  )
}
