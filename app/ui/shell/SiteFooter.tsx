import { Link } from '@remix-run/react'
import { openOverPage } from '../palette/open-palette.ts'
import { ThemeChoice } from './ThemeSwitch.tsx'

export function SiteFooter({ theme }: { theme: string }) {
  return (
    <footer className="mt-auto border-t border-hairline text-sm text-muted">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
        <p>Threadr turns something long into a thread, and shows where every tweet comes from.</p>
        <div className="flex flex-wrap items-center gap-x-4">
          <button
            type="button"
            onClick={() => openOverPage('palette')}
            className="needs-script min-h-11 rounded-control px-3 -mx-3 hover:text-ink lg:min-h-9"
          >
            Go to…
          </button>
          <Link to="/pricing" className="flex min-h-11 items-center hover:text-ink lg:min-h-9">
            Plans and prices
          </Link>
          <Link to="/status" className="flex min-h-11 items-center hover:text-ink lg:min-h-9">
            Status
          </Link>
          <ThemeChoice theme={theme} />
        </div>
      </div>
    </footer>
  )
}
