import { useEffect, useState } from 'react'
import { Dialog } from '#app/ui/Dialog.tsx'
import { type KeyRow, KeysList } from '#app/ui/palette/KeysList.tsx'
import { pageActs } from '#app/ui/palette/page-acts.ts'

const everywhere: KeyRow[] = [
  { keys: ['Mod', 'K'], words: 'Go to another page, or do something on this one' },
  { keys: ['/'], words: 'In the library: search' },
  { keys: ['?'], words: 'Show these keys, where nothing is typed' },
]

/** What the keys do, those of the page that is shown first. */
export function SiteKeys({ onClose }: { onClose: () => void }) {
  const [ofPage, setOfPage] = useState<readonly KeyRow[]>([])
  useEffect(() => {
    void pageActs()?.keys?.().then(setOfPage)
  }, [])
  return (
    <Dialog title="Keys" onClose={onClose}>
      <KeysList rows={[...ofPage, ...everywhere]} />
    </Dialog>
  )
}
