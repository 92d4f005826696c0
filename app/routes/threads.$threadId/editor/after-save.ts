import type { SubmitFunction } from '@remix-run/react'
import type { FormEvent } from 'react'
import { isReachable, tellHeld } from '#app/ui/shell/connection.ts'
import { useMaybeEditor } from './use-editor.ts'

/**
 * For forms that change the thread on the server: what was typed is saved first, and the form is sent with the version
 * that has it. Without an editor the form is sent as it is.
 */
export function useAfterSave(submit: SubmitFunction): (event: FormEvent<HTMLFormElement>) => void {
  const editor = useMaybeEditor()
  return (event) => {
    if (!editor) return
    event.preventDefault()
    const { nativeEvent, currentTarget } = event
    const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const fields = new FormData(currentTarget, submitter)
    void editor.flush().then(async (isSaved) => {
      if (!isSaved) return editor.say('Save what you typed first: this would be done without it.')
      if (!(await isReachable())) return tellHeld('page')
      if (fields.has('version')) fields.set('version', String(editor.store.get().stored.version))
      submit(fields, { method: 'post' })
    })
  }
}
