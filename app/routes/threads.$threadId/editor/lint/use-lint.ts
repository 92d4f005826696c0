import { useEffect } from 'react'
import type { Editor } from '../editor.ts'
import type { LintGiven } from './find-lint.ts'

/** How long nothing is changed before the thread is looked at, and how long after the page is there, in milliseconds. */
const rest = 700
const afterPage = 1_500

/** Has the thread looked at while it is edited, whenever there is a rest; what looks is loaded after the page. */
export function useLint(editor: Editor, { language, sourceUrl }: LintGiven): void {
  useEffect(() => {
    const { store } = editor
    let timer = setTimeout(() => void look(), afterPage)
    let known = store.get().document
    let round = 0

    async function look() {
      round += 1
      const mine = round
      const module = await import('./find-lint.ts').catch(() => null)
      if (!module || mine !== round) return
      const lint = store.get().lint ?? module.createLint({ language, sourceUrl })
      const findings = await lint.look(store.get().document, () => mine !== round)
      if (findings && mine === round) store.set({ lint, findings })
    }
    const unsubscribe = store.subscribe(() => {
      const { document } = store.get()
      if (document === known) return
      known = document
      clearTimeout(timer)
      timer = setTimeout(() => void look(), rest)
    })
    return () => {
      round += 1
      clearTimeout(timer)
      unsubscribe()
    }
  }, [editor, language, sourceUrl])
}
