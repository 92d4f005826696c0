import { useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { paths } from '#app/paths.ts'
import type { Editor } from './editor.ts'

/** Tells the editor while its owner is signing out of this browser. */
export function useSignOut(editor: Editor): void {
  const { formAction } = useNavigation()
  const isSigningOut = formAction === paths.signOut()
  useEffect(() => editor.signingOut(isSigningOut), [editor, isSigningOut])
}
