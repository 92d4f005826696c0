import type { GenerationView } from '#app/features/generation/progress.ts'
import { switchedSentence } from '#app/features/generation/switched-sentence.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { IntentButton } from './IntentButton.tsx'

/** Says that the built-in writer writes, or wrote, because the model could not; nothing to see otherwise. */
export function SwitchedWriter({ view, hasModel }: { view: GenerationView; hasModel: boolean }) {
  const { switched } = view.progress
  if (switched === null || (view.status !== 'running' && view.status !== 'ready')) return null
  const again = view.status === 'ready' && hasModel && (
    <IntentButton
      intent="rewrite-with-model"
      label="Write again with the model"
      busy="Starting…"
      look="plain"
    />
  )
  return (
    <div className="mb-5">
      <Notice title={switchedSentence(switched)} actions={again || undefined}>
        <p>It is made of the source’s own sentences, picked and grouped.</p>
      </Notice>
    </div>
  )
}
