import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { Dialog } from '#app/ui/Dialog.tsx'
import { controlClass } from '#app/ui/Field.tsx'
import { findEmoji } from './emoji.ts'
import { useEditor } from './use-editor.ts'

const columns = 8

/** Emoji to put into a tweet where the cursor was. */
export function EmojiDialog({ tweetId, onClose }: { tweetId: string; onClose: () => void }) {
  const editor = useEditor()
  const [wanted, setWanted] = useState('')
  const searched = useDeferredValue(wanted)
  const groups = useMemo(() => findEmoji(searched), [searched])
  const put = (sign: string) => {
    onClose()
    // After the dialog has given the focus back, which it would take from the tweet again.
    setTimeout(() => editor.insert(tweetId, sign))
  }
  return (
    <Dialog title="Emoji" onClose={onClose}>
      <input
        type="search"
        aria-label="Find an emoji"
        placeholder="Find: ship, smile, fire"
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        className={controlClass}
      />
      <fieldset aria-label="Emoji" onKeyDown={arrowKeys} className="mt-3 h-72 overflow-y-auto">
        {groups.map(({ name, emoji }, at) => (
          <section key={name} aria-label={name} className="[content-visibility:auto]">
            <h3 className="py-1 text-sm text-muted">{name}</h3>
            <div className="grid grid-cols-8">
              {emoji.map(({ sign, label }, index) => (
                <button
                  key={sign}
                  type="button"
                  aria-label={label}
                  title={label}
                  data-emoji
                  tabIndex={at === 0 && index === 0 ? 0 : -1}
                  onClick={() => put(sign)}
                  className="aspect-square rounded-md text-2xl leading-none hover:bg-sunken"
                >
                  {sign}
                </button>
              ))}
            </div>
          </section>
        ))}
        {groups.length === 0 && <p className="py-4 text-muted">No emoji is called that.</p>}
      </fieldset>
    </Dialog>
  )
}

function arrowKeys(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-emoji]')]
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
}
