import { Link } from '@remix-run/react'
import { ThemeChoice } from './ThemeSwitch.tsx'

export function SiteFooter({ theme }: { theme: string }) {
  return (
    <footer className="mt-auto border-t border-hairline text-sm text-muted">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
        <p>Threadr turns something long into a thread, and shows where every tweet comes from.</p>
        <Link to="/pricing" className="flex min-h-11 items-center text-muted hover:text-ink">
          Plans and prices
        </Link>
        <ThemeChoice theme={theme} />
      </div>
    </footer>
  )
}
