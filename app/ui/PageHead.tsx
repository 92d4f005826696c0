import type { ReactNode } from 'react'

/** The head of a page about one thing: what the page is, what the thing is called, and where to go from here. */
export function PageHead({ about, title, children }: { about: string; title: string; children?: ReactNode }) {
  return (
    <header className="mb-8 max-w-4xl">
      <p className="text-sm font-medium text-accent">{about}</p>
      <h1
        dir="auto"
        className="mt-1 font-serif text-[1.75rem] leading-tight font-medium tracking-tight wrap-anywhere sm:text-4xl"
      >
        {title}
      </h1>
      {children !== undefined && <div className="mt-4 flex flex-wrap gap-2">{children}</div>}
    </header>
  )
}
