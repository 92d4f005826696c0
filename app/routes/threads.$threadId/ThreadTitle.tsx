import { useEffect } from 'react'
import { EditedTitle } from './editor/EditedTitle.tsx'
import { useEdited, useMaybeEditor } from './editor/use-editor.ts'
import type { ShownThread } from './thread-props.ts'

const titleClass =
  'font-serif text-[1.75rem] leading-tight font-medium tracking-tight wrap-anywhere sm:text-4xl'

/** What the thread is called; where it can be edited, it can be called otherwise. */
export function ThreadTitle({ thread }: { thread: ShownThread }) {
  if (useMaybeEditor()) return <LiveTitle sourceTitle={thread.sourceTitle} />
  return (
    <h1 dir="auto" className={titleClass}>
      {thread.title}
    </h1>
  )
}

function LiveTitle({ sourceTitle }: { sourceTitle: string }) {
  const ownTitle = useEdited(({ document }) => document.title ?? null)
  const title = ownTitle ?? sourceTitle
  useEffect(() => {
    document.title = `${title} · Threadr`
  }, [title])
  return <EditedTitle title={title} sourceTitle={sourceTitle} className={titleClass} />
}
