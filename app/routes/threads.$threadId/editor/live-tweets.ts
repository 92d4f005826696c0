import { useRef, useSyncExternalStore } from 'react'
import type { ProgressTweet } from '#app/features/generation/progress.ts'
import type { Editor } from './editor.ts'
import type { EditorState } from './editor-state.ts'

const never = () => () => {}

/**
 * The tweets as they stand in the editor, with what the server found of each; null without an editor. Typing doesn't
 * make them others: whoever shows their words reads those where they are typed.
 */
export function useLiveTweets(editor: Editor | null): ProgressTweet[] | null {
  const known = useRef<ProgressTweet[] | null>(null)
  const read = () => {
    if (!editor) return null
    const now = liveTweets(editor.store.get())
    const before = known.current
    const isSame = before?.length === now.length && now.every((tweet, index) => isAlike(tweet, before[index]))
    if (!isSame) known.current = now
    return known.current
  }
  return useSyncExternalStore(editor?.store.subscribe ?? never, read, () => null)
}

const isAlike = (a: ProgressTweet, b: ProgressTweet | undefined) =>
  a.spans === b?.spans && a.verdict === b.verdict && a.reasons === b.reasons

const none: ProgressTweet['reasons'] = []

export function liveTweets({ document, stored }: EditorState): ProgressTweet[] {
  const found = new Map(stored.tweets.map((tweet) => [tweet.id, tweet]))
  return document.tweets.map(({ id, text, spans }, index) => {
    const { verdict = null, reasons = none, spans: checked } = found.get(id) ?? {}
    return { position: index + 1, text, verdict, reasons, spans: checked ?? spans }
  })
}
