import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import type { TweetWish } from '#app/features/generation/candidates/candidate.ts'
import { isReachable } from '#app/ui/shell/connection.ts'
import type { ChangeAnswer } from '../change-tweet.server.ts'
import { useEditor } from './use-editor.ts'

export type Ask = (tweetId: string, kind: TweetWish) => void

/** Asks for other words for a tweet. What was typed is saved first, so that it is asked for the tweet as it reads now. */
export function useAsk(): Ask {
  const editor = useEditor()
  const fetcher = useFetcher<ChangeAnswer>()
  const error = fetcher.state === 'idle' ? fetcher.data?.error : null
  useEffect(() => {
    if (error) editor.say(error)
  }, [error, editor])
  const submit = useRef(fetcher.submit)
  submit.current = fetcher.submit
  return useCallback(
    async (tweetId, kind) => {
      if (!(await editor.flush())) return editor.say('What isn’t saved can’t be rewritten yet.')
      if (!(await isReachable())) return editor.say('You are offline: nothing was asked for.')
      const version = String(editor.store.get().stored.version)
      submit.current({ intent: 'ask', tweetId, version, kind }, { method: 'post' })
    },
    [editor],
  )
}
