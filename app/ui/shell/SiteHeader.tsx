import { Link, NavLink } from '@remix-run/react'
import { PersonMenu } from './PersonMenu.tsx'
import { ThemeToggle } from './ThemeSwitch.tsx'
import { ThreadMark } from './ThreadMark.tsx'

const navClass =
  'flex min-h-11 items-center rounded-control px-2.5 text-[0.9375rem] whitespace-nowrap text-muted no-underline hover:bg-sunken hover:text-ink aria-[current=page]:text-ink sm:px-3'

/** The site's head; `person` is who is signed in. */
export function SiteHeader({ person }: { person: { name: string; mayAdminister: boolean } | null }) {
  return (
    <header className="border-b border-hairline">
      <div className="mx-auto flex min-h-16 max-w-page items-center gap-1 px-4 max-[22.5rem]:flex-wrap max-[22.5rem]:justify-end sm:gap-2 sm:px-6">
        <Link to="/" className="mr-auto flex min-h-11 items-center gap-2 text-ink no-underline">
          <ThreadMark className="size-8" />
          <span className="font-serif text-[1.625rem] leading-none font-medium tracking-tight max-[22.5rem]:sr-only">
            Threadr
          </span>
        </Link>
        <nav aria-label="Main" className="flex items-center">
          <NavLink to="/threads" end className={navClass}>
            {/* A phone has room for one of the two words. */}
            <span className="max-[26rem]:sr-only">Your&nbsp;</span>
            <span className="max-[26rem]:capitalize">threads</span>
          </NavLink>
          {person === null && (
            <NavLink to="/sign-in" className={navClass}>
              Sign in
            </NavLink>
          )}
        </nav>
        {person !== null && <PersonMenu {...person} />}
        <ThemeToggle />
      </div>
    </header>
  )
}

/** What is true of a copy that isn't the public one. */
export function LocalModeLine() {
  return (
    <aside aria-label="Local mode" className="border-b border-hairline bg-sunken py-2 text-sm text-muted">
      <p className="mx-auto max-w-page px-4 sm:px-6">
        <strong className="font-medium text-ink">Local mode:</strong> this copy of Threadr runs on your
        computer only, with built-in stand-ins for outside services.
      </p>
    </aside>
  )
}
