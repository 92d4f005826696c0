import { Notice } from '#app/ui/Notice.tsx'
import { doneSentences, type HistoryPageProps } from './history-props.ts'
import { RestoreForm } from './RestoreForm.tsx'

type WhatWasDoneProps = Pick<HistoryPageProps, 'done' | 'shown' | 'nowVersion' | 'answer'>

/** What came of the form that was sent last, with the way back from a version that was put back. */
export function WhatWasDone({ done, shown, nowVersion, answer }: WhatWasDoneProps) {
  if (answer) {
    const { form } = answer.errors
    return form === undefined ? null : <Said tone="bad" title={form} />
  }
  if (done !== 'restored') return done && <Said title={doneSentences[done]} />
  const canUndo = shown?.row.kind === 'restored' && shown.row.version === nowVersion
  return (
    <Said title={doneSentences.restored}>
      <p>What stood before it is kept too.</p>
      {canUndo && (
        <div className="mt-3 flex">
          <RestoreForm version={nowVersion} revision={nowVersion - 1} label="Undo" />
        </div>
      )}
    </Said>
  )
}

function Said({
  tone = 'info',
  title,
  children,
}: Pick<Parameters<typeof Notice>[0], 'tone' | 'title' | 'children'>) {
  return (
    <div className="mb-6 max-w-4xl">
      <Notice tone={tone} role={tone === 'bad' ? 'alert' : 'status'} title={title}>
        {children}
      </Notice>
    </div>
  )
}
