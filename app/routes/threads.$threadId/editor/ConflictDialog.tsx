import { useState } from 'react'
import type { Conflict } from '#app/features/threads/document/merge/merge-documents.ts'
import { mergeDocuments } from '#app/features/threads/document/merge/merge-documents.ts'
import { documentOf } from '#app/features/threads/stored-tweet.ts'
import { Button } from '#app/ui/Button.tsx'
import { Dialog } from '#app/ui/Dialog.tsx'
import { ConflictChoices } from './ConflictChoices.tsx'
import { type Choice, choicesOf, settled, usualChoice } from './conflict-choices.ts'
import { useEdited, useEditor } from './use-editor.ts'

/** Where the same was changed here and elsewhere: both, and what they come to together, to choose from for each tweet. */
export function ConflictDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor()
  const base = useEdited((state) => state.base)
  const mine = useEdited((state) => state.document)
  const theirs = useEdited((state) => state.theirs)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  if (!theirs) return null
  const { merged, conflicts } = mergeDocuments(base, mine, documentOf(theirs))
  const choiceOf = (conflict: Conflict) => chosen.get(conflict.tweetId) ?? usualChoice(conflict)
  const allOf = (choice: Choice) =>
    setChosen(
      new Map(
        conflicts
          .filter((one) => choicesOf(one).some((to) => to.choice === choice))
          .map(({ tweetId }) => [tweetId, choice]),
      ),
    )
  const keep = () => {
    editor.settle(settled(merged, conflicts, choiceOf))
    onClose()
  }
  const places = new Map(merged.tweets.map(({ id }, at) => [id, at + 1]))
  return (
    <Dialog title="The same was changed elsewhere" wide onClose={onClose}>
      <p className="text-[0.9375rem] text-muted">
        What doesn’t touch is brought together already. Choose for the rest; what you leave stays in the
        history, and Undo brings it back.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => allOf('mine')}>
          Yours everywhere
        </Button>
        <Button look="quiet" onClick={() => allOf('theirs')}>
          Theirs everywhere
        </Button>
      </div>
      {conflicts.map((conflict) => (
        <ConflictChoices
          key={conflict.tweetId}
          conflict={conflict}
          position={places.get(conflict.tweetId) ?? null}
          chosen={choiceOf(conflict)}
          onChoose={(choice) => setChosen(new Map(chosen).set(conflict.tweetId, choice))}
        />
      ))}
      <div className="mt-5 flex flex-wrap gap-2">
        <Button look="primary" onClick={keep}>
          Keep what is chosen
        </Button>
        <Button look="quiet" onClick={onClose}>
          Decide later
        </Button>
      </div>
    </Dialog>
  )
}
