import { memo, useEffect, useLayoutEffect, useRef } from 'react'
import { movedCaret } from './caret.ts'
import { MarkedLayer } from './MarkedLayer.tsx'
import { pasted } from './paste.ts'
import { keyDown } from './text-keys.ts'
import { useEdited, useEditor } from './use-editor.ts'

type TweetTextProps = {
  tweetId: string
  position: number
  text: string
  /** What is posted after it; empty for none. */
  number: string
  limit: number
  isLocked: boolean
}

/** A tweet's words, where they are read: one types in them. */
export const TweetText = memo(function TweetText({
  tweetId,
  position,
  text,
  number,
  limit,
  isLocked,
}: TweetTextProps) {
  const editor = useEditor()
  const area = useRef<HTMLTextAreaElement>(null)
  const cursor = useEdited(({ cursor }) => (cursor?.tweetId === tweetId ? cursor : null))

  const hit = useEdited(({ hit }) => (hit?.tweetId === tweetId ? hit : null))

  // What changes the words from elsewhere leaves the caret among the same ones.
  const known = useRef(text)
  const selection = useRef({ start: 0, end: 0 })
  if (known.current !== text && area.current) {
    // Read before the field gets the other words, which puts its caret at their end.
    const { selectionStart, selectionEnd } = area.current
    selection.current = { start: selectionStart, end: selectionEnd }
  }
  useLayoutEffect(() => {
    const before = known.current
    known.current = text
    const { current } = area
    if (!current || before === text || document.activeElement !== current) return
    const { start, end } = selection.current
    current.setSelectionRange(movedCaret(before, text, start), movedCaret(before, text, end))
  }, [text])

  useLayoutEffect(() => {
    const { current } = area
    if (!cursor || !current) return
    current.focus({ preventScroll: true })
    current.setSelectionRange(cursor.start, cursor.end)
    current.scrollIntoView?.({ block: 'nearest' })
    editor.cursorTaken()
  }, [cursor, editor])

  useEffect(() => {
    if (hit) area.current?.parentElement?.querySelector('.bg-lit')?.scrollIntoView?.({ block: 'center' })
  }, [hit])

  const remember = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    editor.caretAt({ tweetId, start: selectionStart, end: selectionEnd })
  }

  return (
    <div className="relative">
      <MarkedLayer text={text} number={number} limit={limit} hit={hit} />
      <textarea
        ref={area}
        value={text}
        readOnly={isLocked}
        aria-label={`Text of tweet ${position}`}
        aria-keyshortcuts="Control+Enter Alt+ArrowUp Alt+ArrowDown"
        aria-describedby="editor-keys"
        dir="auto"
        rows={1}
        spellCheck
        autoCapitalize="sentences"
        onChange={(event) => {
          const { value } = event.currentTarget
          known.current = value
          remember(event.currentTarget)
          editor.type(tweetId, value)
        }}
        onSelect={(event) => remember(event.currentTarget)}
        onKeyDown={(event) => keyDown(event, editor, tweetId)}
        onPaste={(event) => pasted(event, editor, tweetId)}
        onCompositionStart={() => editor.composing(true)}
        onCompositionEnd={() => editor.composing(false)}
        onBlur={(event) => {
          remember(event.currentTarget)
          editor.rested()
        }}
        className="tweet-words absolute inset-0 size-full resize-none overflow-hidden rounded-card bg-transparent text-ink outline-none read-only:cursor-default"
      />
    </div>
  )
})
