import { useEffect, useMemo, useState } from 'react'
import type { editHints } from '#app/features/threads/lint/edit-hints.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'

type Written = { position: number; text: string }
type Given = {
  /** While it is being written; null once what is stored is shown, with hints of its own. */
  tweets: readonly Written[] | null
  numbering: boolean
  /** BCP 47; null where nobody knows. */
  language: string | null
  sourceUrl: string | null
}

const none: Hint[] = []

/** What to look at in tweets that are being written, so that no line is added to them once they are stored. */
export function useEarlyHints({ tweets, numbering, language, sourceUrl }: Given): Hint[] {
  const [look, setLook] = useState<{ editHints: typeof editHints } | null>(null)
  const isWanted = tweets !== null
  useEffect(() => {
    if (isWanted) import('#app/features/threads/lint/edit-hints.ts').then(setLook, () => null)
  }, [isWanted])
  return useMemo(() => {
    if (!look || tweets === null) return none
    const document = {
      title: null,
      numbering,
      tweets: tweets.map(({ position, text }) => {
        return { id: String(position), text, spans: [], isOpinion: false, isLocked: false }
      }),
    }
    return look.editHints({ document, network: 'x', limit: null, support: new Map(), language, sourceUrl })
  }, [look, tweets, numbering, language, sourceUrl])
}
