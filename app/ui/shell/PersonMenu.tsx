import { Form, Link, useLocation } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'

const itemClass =
  'flex min-h-11 w-full items-center rounded-md px-3 text-start text-[0.9375rem] text-ink no-underline hover:bg-sunken'

/** What a person can do with their account from anywhere. It opens without JavaScript; with it, it closes by itself. */
export function PersonMenu({ name, mayAdminister }: { name: string; mayAdminister: boolean }) {
  const details = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()

  useEffect(() => {
    // Whoever has gone somewhere else is done with it.
    if (key && details.current) details.current.open = false
  }, [key])

  useEffect(() => {
    const close = (event: Event) => {
      const { current } = details
      if (!current?.open) return
      const left =
        event instanceof KeyboardEvent ? event.key === 'Escape' : !current.contains(asNode(event.target))
      if (!left) return
      current.open = false
      if (event instanceof KeyboardEvent) current.querySelector('summary')?.focus()
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [])

  return (
    <details ref={details} className="group relative">
      <summary
        aria-label={`Account of ${name}`}
        className="flex min-h-11 list-none items-center gap-1 rounded-control px-2 text-muted hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <span
          aria-hidden
          className="flex size-7 items-center justify-center rounded-full border border-edge bg-surface text-sm font-medium text-ink uppercase"
        >
          {[...name][0] ?? '?'}
        </span>
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <div className="absolute end-0 top-full z-10 mt-1 w-56 rounded-card border border-hairline bg-surface p-1 shadow-sm">
        <p className="truncate px-3 py-2 text-sm text-muted">{name}</p>
        <Link to="/account" className={itemClass}>
          Account
        </Link>
        {mayAdminister && (
          <Link to="/admin" className={itemClass}>
            Administration
          </Link>
        )}
        <Form method="post" action="/sign-out">
          <button type="submit" className={itemClass}>
            Sign out
          </button>
        </Form>
      </div>
    </details>
  )
}

const asNode = (target: EventTarget | null) => (target instanceof Node ? target : null)
