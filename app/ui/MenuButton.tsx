import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'

type MenuButtonProps = {
  label: string
  /** What the button shows. */
  face: ReactNode
  className: string
  /** Drawn while it is open: buttons of `menuItemClass`. */
  children: ReactNode
}

/** How a thing to do looks in a menu. */
export const menuItemClass =
  'flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-start text-[0.9375rem] text-ink hover:bg-sunken lg:min-h-9 lg:text-sm ' +
  'aria-disabled:text-muted aria-disabled:opacity-60'

/** Those of a menu that are shown: some are on narrow screens alone, and could not take the focus. */
const thingsIn = (part: Element): HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>('button')].filter(
    (each) => each.closest('[data-menu]') !== null && each.checkVisibility(),
  )

/** A button with further things to do under it; on a narrow screen they rise from its lower edge, where the thumb is. */
export function MenuButton({ label, face, className, children }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return
    const menu = root.current?.querySelector<HTMLElement>('[data-menu]')
    const enter = () => {
      const first = menu && thingsIn(menu).find((each) => each.getAttribute('aria-disabled') !== 'true')
      const target = first ?? menu
      target?.focus({ preventScroll: true })
      menu?.scrollIntoView?.({ block: 'nearest' })
      return Boolean(first)
    }
    // Its parts may still be on their way: it is entered, and brought into sight, once they are there.
    const late = new MutationObserver(() => document.activeElement === menu && enter() && late.disconnect())
    if (!enter() && menu) late.observe(menu, { childList: true, subtree: true })
    const outside = ({ target }: Event) => {
      if (!(target instanceof Node && root.current?.contains(target))) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      late.disconnect()
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [isOpen])

  function keyDown(event: KeyboardEvent) {
    const items = root.current ? thingsIn(root.current) : []
    const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to !== undefined) items.at(to % items.length)?.focus()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its button and its menu are what takes the keys
    <div ref={root} className="relative" onKeyDown={isOpen ? keyDown : undefined}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        className={className}
      >
        {face}
      </button>
      {isOpen && (
        <>
          <div
            aria-hidden
            className="fixed inset-0 z-20 bg-sunken/70 sm:hidden"
            onClick={() => setOpen(false)}
          />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click is that of a button within, which keys press too */}
          <fieldset
            id={id}
            data-menu
            tabIndex={-1}
            aria-label={label}
            onClick={({ target }) => {
              // What was chosen may have moved the focus; where it did not, it stays near.
              if (!(target instanceof Element) || !target.closest('button:not([aria-disabled])')) return
              setOpen(false)
              if (root.current?.contains(document.activeElement)) button.current?.focus()
            }}
            className="fixed inset-x-0 bottom-0 z-20 max-h-[70dvh] overflow-y-auto rounded-t-card border border-hairline bg-surface p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] shadow-sm sm:absolute sm:inset-x-auto sm:end-0 sm:top-full sm:bottom-auto sm:mt-1 sm:max-h-none sm:w-72 sm:rounded-card sm:p-1"
          >
            {children}
          </fieldset>
        </>
      )}
    </div>
  )
}
