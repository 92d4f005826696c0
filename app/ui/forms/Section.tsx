import { type ReactNode, useId } from 'react'

/** A part of a page of settings: what it is about on the one side, what can be done on the other. */
export function Section({
  title,
  mark,
  about,
  children,
}: {
  title: string
  mark?: ReactNode
  about: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 border-t border-hairline py-8 md:grid-cols-[16rem_1fr]"
    >
      <div>
        <h2 id={id} className="font-serif text-xl font-medium">
          {title}
          {mark}
        </h2>
        <p className="mt-1 text-[0.9375rem] text-muted">{about}</p>
      </div>
      <div className="max-w-md min-w-0">{children}</div>
    </section>
  )
}
