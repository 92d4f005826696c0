import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '../Dialog.tsx'
import { controlClass } from '../Field.tsx'
import type { Command } from './command.ts'
import { inSections } from './match-commands.ts'

type PaletteProps = {
  title: string
  /** What its field is called. */
  label: string
  typed: string
  onType: (typed: string) => void
  /** Those that fit what was typed. */
  commands: readonly Command[]
  /** Whether more may come. */
  isBusy: boolean
  /** Why less can be chosen than else; null for no reason. */
  note: string | null
  onClose: () => void
}

/**
 * A field and under it what can be chosen: a combobox whose list is always open, so that the focus stays in the field. What
 * is chosen runs once the palette is closed and the focus is back where it was.
 */
export function Palette({ title, label, typed, onType, commands, isBusy, note, onClose }: PaletteProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const sections = inSections(commands)
  const inOrder = sections.flatMap((section) => section.commands)
  const found = inOrder.findIndex((command) => command.id === pointed)
  const at = Math.max(0, found)
  const active = inOrder[at]
  const optionId = (command: Command) => `${id}-${command.id}`

  useEffect(() => field.current?.focus(), [])
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' })
  }, [activeId])

  const choose = (command: Command | undefined) => {
    if (!command) return
    onClose()
    setTimeout(() => command.run())
  }

  function keyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (event.key === 'Enter') choose(active)
    else if (to === undefined) return
    else if (event.key.startsWith('Arrow')) setPointed(inOrder.at(to % inOrder.length)?.id ?? null)
    else setPointed(inOrder[Math.min(Math.max(0, to), inOrder.length - 1)]?.id ?? null)
    event.preventDefault()
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={inOrder.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setPointed(null)
          onType(event.currentTarget.value)
        }}
        onKeyDown={keyDown}
        className={controlClass}
      />
      <p
        role="status"
        className={inOrder.length > 0 && note === null ? 'sr-only' : 'px-3 py-4 text-sm text-muted'}
      >
        {note ?? countWords(inOrder.length, isBusy)}
      </p>
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        hidden={inOrder.length === 0}
        className="-mx-2 mt-2 h-[min(24rem,50dvh)] overflow-y-auto"
      >
        {sections.map(({ section, commands: its }) => (
          // biome-ignore lint/a11y/useSemanticElements: within a list of options a fieldset would be none of its parts
          <div key={section} role="group" aria-label={section}>
            <div aria-hidden className="px-3 pt-3 pb-1 text-xs font-medium text-muted">
              {section}
            </div>
            {its.map((command) => (
              <Option
                key={command.id}
                id={optionId(command)}
                command={command}
                isActive={command === active}
                onPoint={() => setPointed(command.id)}
                onChoose={() => choose(command)}
              />
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  )
}

const countWords = (count: number, isBusy: boolean) =>
  count > 0 ? `${count} to choose from` : isBusy ? 'Looking …' : 'Nothing found.'

type OptionProps = {
  id: string
  command: Command
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}

function Option({ id, command: { label, hint }, isActive, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the one that is pointed at
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes its keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onChoose}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 text-[0.9375rem] aria-selected:bg-wash lg:min-h-9"
    >
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {label}
      </span>
      {hint !== undefined && <span className="shrink-0 text-xs text-muted">{hint}</span>}
    </div>
  )
}
