import { type Feature, plans } from '#app/features/billing/plans.ts'
import { networks } from '#app/features/counting/networks.ts'
import { networkNames } from '#app/features/threads/lint/network-names.ts'
import { paths } from '#app/paths.ts'
import { type Command, does, leadsTo } from '#app/ui/palette/command.ts'
import type { Editor } from './editor/editor.ts'
import { keysOf, type keyTable } from './editor/keys.ts'
import { toldWords } from './editor/told-words.ts'

type Given = {
  threadId: string
  sourceId: string
  hasTweets: boolean
  /** What the plan of its owner doesn't hold. */
  closed: readonly Feature[]
  editor: Editor | null
  /** The whole thread, to be copied. */
  copyable: () => string
  go: (to: string) => void
}

const section = 'This thread'

/** What can be done on a thread's page, as it stands at this moment. */
export function threadActs({
  threadId,
  sourceId,
  hasTweets,
  closed,
  editor,
  copyable,
  go,
}: Given): Command[] {
  const to = leadsTo(section, go)
  const held = (feature: Feature, command: Command): Command =>
    closed.includes(feature) ? { ...command, hint: `Comes with ${plans.pro.title}` } : command
  const written = [
    ...(editor ? editing(editor, copyable) : []),
    to('Post or export', paths.takeOut(threadId), 'take it out save check lint publish share'),
    to('Public page', paths.share(threadId), 'share link'),
    to('Post it by hand', paths.post(threadId), 'publish X step'),
    held('cards', to('Image cards', paths.cards(threadId), 'pictures png')),
    ...networks
      .filter((network) => network !== 'x')
      .map((network) =>
        held(
          'variants',
          to(`For ${networkNames[network]}`, paths.variant(threadId, network), 'variant network'),
        ),
      ),
    to('History', paths.history(threadId), 'versions revisions restore'),
  ]
  return [
    ...(hasTweets ? written : []),
    to('How this was made', paths.howMade(threadId), 'model cost'),
    to('Its source', paths.source(sourceId), 'article correct read'),
  ]
}

function editing(editor: Editor, copyable: () => string): Command[] {
  const { document, canUndo, canRedo } = editor.store.get()
  const act = does(section)
  const withKeys = (command: Command, keys: (typeof keyTable)[number]['id']) => ({
    ...command,
    hint: keysOf(keys),
  })
  const copy = () =>
    navigator.clipboard.writeText(copyable()).then(
      () => editor.say(toldWords.copied),
      () => editor.say(toldWords.notCopied),
    )
  return [
    act('Copy the whole thread', copy, 'all clipboard'),
    withKeys(
      act('Find and replace', () => editor.open({ kind: 'find' }), 'search'),
      'find',
    ),
    act('Rename the thread', () => editor.open({ kind: 'title' }), 'name title'),
    act(
      document.numbering ? 'Stop numbering the tweets' : 'Number the tweets',
      () => editor.setNumbering(!document.numbering),
      'numbering 1/9',
    ),
    act('Add a tweet at the end', editor.addLast, 'new'),
    ...(canUndo ? [withKeys(act('Undo', editor.undo, 'back'), 'undo')] : []),
    ...(canRedo ? [withKeys(act('Redo', editor.redo, 'again'), 'redo')] : []),
    withKeys(act('Save now', editor.flush), 'save'),
  ]
}
