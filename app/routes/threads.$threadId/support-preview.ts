import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { Range } from '#app/features/segmentation/sentences.ts'
import type { CheckTweet } from '#app/features/support/checker.ts'
import type { Support } from '#app/features/support/verdict.ts'
import type { ShownSource } from './thread-props.ts'

/** A longer source, in characters, would take the page's attention from the keys; its tweets are checked when saved. */
const mostPreviewed = 100_000
/** How long nothing is typed before the check runs, in milliseconds. */
const rest = 300

type MakeCheck = () => Promise<CheckTweet>

/** How the page's forms come by the check of a tweet; null where there is none before saving. */
export const PreviewContext = createContext<MakeCheck | null>(null)

/** The same check that the server makes, loaded with the words of its languages when a form first asks for it. */
export function usePreviewCheck(source: ShownSource | null, tweetLanguage: string | null): MakeCheck | null {
  const text = source?.text ?? null
  const language = source?.language ?? null
  return useMemo(() => {
    if (text === null || text.length > mostPreviewed) return null
    let making: Promise<CheckTweet> | null = null
    return () => {
      making ??= import('#app/features/support/checker-for.ts')
        .then(({ checkerFor }) => checkerFor({ text, language }, tweetLanguage))
        .catch((error: unknown) => {
          // Asked for again, it may come.
          making = null
          throw error
        })
      return making
    }
  }, [text, language, tweetLanguage])
}

type Preview = { text: string; support: Support }

/** What the check says of a text that isn't saved yet, a moment after it was typed; null while there is nothing to say. */
export function useSupportPreview(typed: string, spans: readonly Range[], active: boolean): Preview | null {
  const makeCheck = useContext(PreviewContext)
  const [preview, setPreview] = useState<Preview | null>(null)
  const text = typed.trim()
  const wanted = active && text !== '' ? makeCheck : null
  useEffect(() => {
    if (!wanted) return
    let passed = false
    const timer = setTimeout(async () => {
      // Without it the text is checked when it is saved.
      const check = await wanted().catch(() => null)
      if (check && !passed) setPreview({ text, support: check({ text, spans }) })
    }, rest)
    return () => {
      passed = true
      clearTimeout(timer)
    }
  }, [wanted, text, spans])
  return wanted && preview
}
