import { useEffect, useRef } from 'react'
import type { Reason, Verdict } from '#app/features/support/verdict.ts'
import type { DocumentTweet } from '#app/features/threads/document/thread-document.ts'
import { useSupportPreview } from '../support-preview.ts'
import { spokenVerdict } from '../verdict-words.ts'
import { useEdited, useEditor } from './use-editor.ts'

type Check = {
  verdict: Verdict | null
  reasons: readonly Reason[]
  /** What was checked: the reasons' places are in it. */
  text: string
  /** How many passages of the source stand behind it. */
  passages: number
}

const nothing = { verdict: null, reasons: [], text: '', passages: 0 }
const noSpans: DocumentTweet['spans'] = []

/** What the source says of a tweet: what the server found, and of what was typed since, what the same check says here. */
export function useCheck(tweetId: string, tweet: DocumentTweet | undefined, position: number): Check {
  const editor = useEditor()
  const stored = useEdited(({ stored }) => stored.tweets.find(({ id }) => id === tweetId))
  const isStored = stored?.text === tweet?.text && stored?.isOpinion === tweet?.isOpinion
  const isClaim = tweet !== undefined && !tweet.isOpinion
  const preview = useSupportPreview(tweet?.text ?? '', tweet?.spans ?? noSpans, isClaim && !isStored)

  // Said once what was typed has been saved: until then it may be half a word.
  const last = useRef(stored)
  useEffect(() => {
    const before = last.current
    last.current = stored
    if (!stored || !before || before === stored || before.text === stored.text) return
    editor.speak(spokenVerdict({ ...stored, position }, stored.isLocked))
  }, [stored, position, editor])

  if (!tweet) return nothing
  if (tweet.isOpinion) return { ...nothing, verdict: 'opinion', passages: tweet.spans.length }
  if (!isStored && preview) {
    const { verdict, reasons, spans } = preview.support
    return { verdict, reasons, text: preview.text, passages: spans.length }
  }
  if (!stored || stored.isOpinion) return { ...nothing, passages: tweet.spans.length }
  return {
    verdict: stored.verdict,
    reasons: stored.reasons,
    text: stored.text,
    passages: stored.spans.length,
  }
}
