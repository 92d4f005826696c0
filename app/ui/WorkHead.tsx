import type { ReactNode } from 'react'

type WorkHeadProps = {
  /** What of the work this page is about. */
  about: string
  /** The person's own words, in whatever direction they are written. */
  title: string
  /** Where to go from here. */
  children: ReactNode
}

/** The head of a page about one aspect of somebody's work, under that work's title. */
export function WorkHead({ about, title, children }: WorkHeadProps) {
  return (
    <header className="mb-6 max-w-4xl">
      <p className="text-sm font-medium text-accent">{about}</p>
      <h1
        dir="auto"
        className="mt-1 font-serif text-[1.75rem] leading-tight font-medium tracking-tight wrap-anywhere sm:text-4xl"
      >
        {title}
      </h1>
      <div className="mt-4">{children}</div>
    </header>
  )
}
