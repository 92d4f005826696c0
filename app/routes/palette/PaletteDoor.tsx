import { useCallback, useEffect, useState } from 'react'
import { isTyping } from '#app/ui/palette/key-names.ts'
import { type OverPage, onOpenOverPage } from '#app/ui/palette/open-palette.ts'
import { tellHeld } from '#app/ui/shell/connection.ts'
import type { SiteKeys } from './SiteKeys.tsx'
import type { SitePalette } from './SitePalette.tsx'

const loadParts = {
  palette: () => import('./SitePalette.tsx').then((file) => file.SitePalette),
  keys: () => import('./SiteKeys.tsx').then((file) => file.SiteKeys),
}
type Parts = { palette?: typeof SitePalette; keys?: typeof SiteKeys }

/** Opens the palette and the list of keys by their keys, from any page; neither is loaded before. */
export function PaletteDoor({ person }: { person: { mayAdminister: boolean } | null }) {
  const [opened, setOpened] = useState<OverPage | null>(null)
  const [parts, setParts] = useState<Parts>({})
  const close = () => setOpened(null)
  const open = useCallback(async (wanted: OverPage) => {
    try {
      const part = await loadParts[wanted]()
      setParts((before) => ({ ...before, [wanted]: part }))
      setOpened(wanted)
    } catch {
      tellHeld('part')
    }
  }, [])

  useEffect(() => onOpenOverPage(open), [open])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const asked = askedBy(event)
      if (!asked) return
      event.preventDefault()
      void open(asked)
    }
    // After whatever the page itself does with a key.
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [open])

  if (opened === 'palette' && parts.palette)
    return <parts.palette person={person} onClose={close} onKeys={() => void open('keys')} />
  if (opened === 'keys' && parts.keys) return <parts.keys onClose={close} />
  return null
}

function askedBy({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): OverPage | null {
  if (altKey) return null
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey ? 'palette' : null
  return key === '?' && !ctrlKey && !isTyping(target) ? 'keys' : null
}
