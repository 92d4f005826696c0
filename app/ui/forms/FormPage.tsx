import type { ReactNode } from 'react'
import { type Up, UpLink } from '../UpLink.tsx'

type FormPageProps = {
  up?: Up
  title: string
  /** What this is for, in a sentence. */
  lead?: ReactNode
  children: ReactNode
  /** Where else to go from here. */
  foot?: ReactNode
}

/** A page with one thing to fill in. */
export function FormPage({ up, title, lead, children, foot }: FormPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-md px-4 py-12 sm:py-16">
      {up && <UpLink {...up} />}
      <h1 className="font-serif text-4xl font-medium tracking-tight">{title}</h1>
      {lead !== undefined && <p className="mt-3 text-muted">{lead}</p>}
      <div className="mt-8">{children}</div>
      {foot !== undefined && (
        <div className="mt-8 space-y-2 border-t border-hairline pt-5 text-[0.9375rem] text-muted">{foot}</div>
      )}
    </main>
  )
}
