import { Keyboard, ListOrdered, type LucideIcon, Redo2, Search, Undo2 } from 'lucide-react'
import { Suspense } from 'react'
import { openOverPage } from '#app/ui/palette/open-palette.ts'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { keysOf } from './keys.ts'
import { FindBar } from './parts-on-demand.tsx'
import { SaveLine } from './SaveLine.tsx'
import { useEdited, useEditor } from './use-editor.ts'

/** Stays in sight while one works: whether everything is saved, and what goes for the whole thread. */
export function EditorBar() {
  const editor = useEditor()
  const canUndo = useEdited(({ canUndo }) => canUndo)
  const canRedo = useEdited(({ canRedo }) => canRedo)
  const isNumbered = useEdited(({ document }) => document.numbering)
  const opened = useEdited(({ opened }) => opened)
  const spoken = useEdited(({ spoken }) => spoken)
  return (
    <div className="editor-bar">
      <div className="flex flex-wrap items-center justify-end gap-x-2 sm:flex-nowrap">
        <div className="mr-auto min-w-0">
          <SaveLine onConflict={() => editor.open({ kind: 'conflict' })} />
        </div>
        <fieldset aria-label="The whole thread" className="-mr-1 flex shrink-0 items-center">
          <Tool Icon={Undo2} label="Undo" keys="undo" off={!canUndo} onClick={editor.undo} />
          <Tool Icon={Redo2} label="Redo" keys="redo" off={!canRedo} onClick={editor.redo} />
          <Tool
            Icon={Search}
            label="Find and replace"
            keys="find"
            pressed={opened?.kind === 'find'}
            onClick={() => editor.open(opened?.kind === 'find' ? null : { kind: 'find' })}
          />
          <Tool
            Icon={ListOrdered}
            label="Number the tweets"
            pressed={isNumbered}
            onClick={() => editor.setNumbering(!isNumbered)}
          />
          <span className="max-sm:hidden">
            <Tool Icon={Keyboard} label="Keys" onClick={() => openOverPage('keys')} />
          </span>
        </fieldset>
      </div>
      {opened?.kind === 'find' && (
        <Suspense>
          <FindBar />
        </Suspense>
      )}
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  )
}

type ToolProps = {
  Icon: LucideIcon
  label: string
  keys?: Parameters<typeof keysOf>[0]
  off?: boolean
  pressed?: boolean
  onClick: () => void
}

function Tool({ Icon, label, keys, off = false, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={off || undefined}
      title={keys ? `${label} (${keysOf(keys)})` : label}
      onClick={() => off || onClick()}
      className={`${quietControlClass} min-w-10 justify-center px-0 aria-disabled:opacity-40 aria-pressed:bg-wash aria-pressed:text-accent lg:min-w-9`}
    >
      <Icon aria-hidden className="size-4.5" />
    </button>
  )
}
