import {
  ArrowDown,
  ArrowUp,
  Copy,
  CopyPlus,
  Lock,
  LockOpen,
  type LucideIcon,
  MessageCircle,
  Plus,
  Scissors,
  ShieldCheck,
  Smile,
  Trash2,
  UnfoldVertical,
} from 'lucide-react'
import type { DocumentTweet } from '#app/features/threads/document/thread-document.ts'
import { menuItemClass } from '#app/ui/MenuButton.tsx'
import { keysOf } from './keys.ts'
import { useEditor } from './use-editor.ts'

type CardMenuProps = { tweet: DocumentTweet; position: number; total: number; posted: string }

/** What can be done with one tweet. */
export function CardMenu({ tweet, position, total, posted }: CardMenuProps) {
  const editor = useEditor()
  const { id, isLocked, isOpinion } = tweet
  const half = () => editor.split(id, editor.caretIn(id))
  return (
    <>
      <Item
        Icon={Smile}
        label="Insert an emoji"
        off={isLocked}
        onClick={() => editor.open({ kind: 'emoji', tweetId: id })}
      />
      <Item Icon={Copy} label="Copy" narrow onClick={() => void navigator.clipboard.writeText(posted)} />
      <Rule />
      <Item Icon={Plus} label="Add a tweet after" keys="add" onClick={() => editor.addAfter(id)} />
      <Item Icon={Scissors} label="Split at the cursor" keys="split" off={isLocked} onClick={half} />
      <Item
        Icon={UnfoldVertical}
        label="Join with the next"
        off={isLocked || position === total}
        onClick={() => editor.mergeDown(id)}
      />
      <Item Icon={CopyPlus} label="Duplicate" onClick={() => editor.duplicate(id)} />
      <Item
        Icon={ArrowUp}
        label="Move up"
        keys="up"
        off={position === 1}
        onClick={() => editor.moveBy(id, -1)}
      />
      <Item
        Icon={ArrowDown}
        label="Move down"
        keys="down"
        off={position === total}
        onClick={() => editor.moveBy(id, 1)}
      />
      <Rule />
      <Item
        Icon={isLocked ? LockOpen : Lock}
        label={isLocked ? 'Unlock' : 'Lock'}
        onClick={() => editor.setLocked(id, !isLocked)}
      />
      <Item
        Icon={isOpinion ? ShieldCheck : MessageCircle}
        label={isOpinion ? 'Check it as a claim' : 'It is my opinion'}
        onClick={() => editor.setOpinion(id, !isOpinion)}
      />
      <Rule />
      <Item
        Icon={Trash2}
        label="Delete"
        keys="remove"
        off={isLocked || total === 1}
        onClick={() => editor.remove(id)}
      />
    </>
  )
}

type ItemProps = {
  Icon: LucideIcon
  label: string
  keys?: Parameters<typeof keysOf>[0]
  /** Can't be done now; said rather than left out, so that the menu stays where it was. */
  off?: boolean
  /** On narrow screens alone, where its own button has no room. */
  narrow?: boolean
  onClick: () => void
}

function Item({ Icon, label, keys, off = false, narrow = false, onClick }: ItemProps) {
  return (
    <button
      type="button"
      aria-disabled={off || undefined}
      onClick={() => off || onClick()}
      className={`${menuItemClass} ${narrow ? 'sm:hidden' : ''}`}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="flex-1">{label}</span>
      {keys && <kbd className="font-sans text-xs text-muted max-sm:hidden">{keysOf(keys)}</kbd>}
    </button>
  )
}

const Rule = () => <hr className="mx-3 my-1 border-hairline" />
