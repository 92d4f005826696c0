import { lazy, Suspense, useEffect, useState } from 'react'
import { isTyping } from '#app/ui/palette/key-names.ts'
import { type OverPage, onOpenOverPage } from '#app/ui/palette/open-palette.ts'

const SitePalette = lazy(() => import('./SitePalette.tsx').then((file) => ({ default: file.SitePalette })))
const SiteKeys = lazy(() => import('./SiteKeys.tsx').then((file) => ({ default: file.SiteKeys })))

/** Opens the palette and the list of keys by their keys, from any page; neither is loaded before. */
export function PaletteDoor({ person }: { person: { mayAdminister: boolean } | null }) {
  const [opened, setOpened] = useState<OverPage | null>(null)
  const close = () => setOpened(null)

  useEffect(() => onOpenOverPage(setOpened), [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const asked = askedBy(event)
      if (!asked) return
      event.preventDefault()
      setOpened(asked)
    }
    // After whatever the page itself does with a key.
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])

  // Nothing that a server has rendered may wait here: what is opened before all of it is alive would be an error.
  if (opened === null) return null
  return (
    <Suspense>
      {opened === 'palette' && (
        <SitePalette person={person} onClose={close} onKeys={() => setOpened('keys')} />
      )}
      {opened === 'keys' && <SiteKeys onClose={close} />}
    </Suspense>
  )
}

function askedBy({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): OverPage | null {
  if (altKey) return null
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey ? 'palette' : null
  return key === '?' && !ctrlKey && !isTyping(target) ? 'keys' : null
}
