import { v7 as uuidv7 } from 'uuid'
import type { Hit } from '#app/features/threads/document/edits/find-text.ts'
import type { Cursor, Outcome } from '#app/features/threads/document/edits/outcome.ts'
import {
  begin as beginHistory,
  record,
  redo,
  type Travelled,
  undo,
} from '#app/features/threads/document/history/history.ts'
import { rebase } from '#app/features/threads/document/history/rebase.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'
import type { Hint } from '#app/features/threads/lint/finding.ts'
import { documentOf } from '#app/features/threads/stored-tweet.ts'
import { broughtTogether } from './bring-together.ts'
import { type Deeds, deedsOf, type Edit, type Made } from './deeds.ts'
import {
  type EditorState,
  isSame,
  keepingSame,
  type Opened,
  reusing,
  stateOf,
  type Told,
} from './editor-state.ts'
import { followOthers } from './following.ts'
import { insertText } from './insert-text.ts'
import { createKeeping } from './keeping.ts'
import type { LocalCopies } from './local-copies.ts'
import { createSaving } from './saving.ts'
import { createStore, type Store } from './store.ts'
import { toldWords } from './told-words.ts'
import type { Stored, Wire } from './wire.ts'

export type { EditorState } from './editor-state.ts'

export type EditorOptions = {
  threadId: string
  stored: Stored
  /** What to look at in it before it leaves, until the thread is looked at here. */
  hints?: readonly Hint[]
  /** The source's text, which passages lie in; null where there is none. */
  source: string | null
  /** BCP 47, of the tweets; null where nobody knows. */
  language: string | null
  wire: Wire
  copies: LocalCopies
}

export type Editor = Deeds & {
  store: Store<EditorState>
  undo: () => void
  redo: () => void
  goTo: (tweetId: string, by: -1 | 1) => boolean
  cursorTaken: () => void
  /** Remembers where one is in a tweet: what is put in later goes there. */
  caretAt: (cursor: Cursor) => void
  caretIn: (tweetId: string) => number
  insert: (tweetId: string, text: string) => void
  open: (opened: Opened | null) => void
  closeFind: (hit: Hit | null) => void
  show: (hit: Hit | null) => void
  speak: (text: string) => void
  say: (text: string) => void
  hush: (id: number) => void
  /** While an input method composes, nothing may change the words under it. */
  composing: (isComposing: boolean) => void
  /** The field was left: what is typed next is a step of its own, and what was typed is saved. */
  rested: () => void
  /** Saves everything now; whether that worked. */
  flush: () => Promise<boolean>
  retry: () => void
  /** Its owner signs out here: saves what can still be saved, and leaves nothing on this device for whoever comes next. */
  signingOut: (isSigningOut: boolean) => void
  /** The page's loader told of another state of the thread. */
  take: (stored: Stored) => void
  /** The owner's answer to a conflict. */
  settle: (document: ThreadDocument) => void
  edit: Edit
  replace: (document: ThreadDocument, made: Made) => void
  /** Begins saving, keeping and following; what it returns ends that. */
  start: () => () => void
}

/** A thread as it is edited. Until it is started it only holds what it was given, as it does on the server. */
export function createEditor(options: EditorOptions): Editor {
  const store = createStore(stateOf(options.stored, options.hints))
  let history = beginHistory(store.get().document)
  let parts: ReturnType<typeof begin> | null = null
  let composed: (() => void)[] | null = null
  let said = 0
  let caret: Cursor | null = null

  const caretIn = (tweetId: string) => {
    const text = store.get().document.tweets.find(({ id }) => id === tweetId)?.text ?? ''
    return caret?.tweetId === tweetId ? Math.min(caret.end, text.length) : text.length
  }

  const deeds = deedsOf({ edit, document: () => store.get().document, ...options })

  function show(document: ThreadDocument, change: Partial<EditorState> = {}) {
    const { past, future } = history
    store.set({ document, canUndo: past.length > 0, canRedo: future.length > 0, ...change })
    parts?.keeping.changed()
    parts?.saving.changed()
  }

  function edit(change: (document: ThreadDocument) => Outcome, made: Made): boolean {
    const before = store.get().document
    const outcome = change(before)
    if (!outcome.ok) say(outcome.refusal.message)
    else if (outcome.document !== before) replace(outcome.document, made, { cursor: outcome.cursor })
    else if (outcome.cursor) store.set({ cursor: outcome.cursor })
    return outcome.ok
  }

  function replace(document: ThreadDocument, { told, ...step }: Made, change: Partial<EditorState> = {}) {
    history = record(history, document, { ...step, at: Date.now() })
    // What was said of the step before can't be taken back by its button any more.
    const gone = store.get().told?.undo && step.kind !== 'typing' ? { told: null } : {}
    show(document, { ...gone, ...change })
    const text = typeof told === 'function' ? told() : told
    if (text !== undefined) say(text, true)
  }

  const word = (text: string, undo: boolean): Told => {
    said += 1
    return { id: said, text, undo }
  }
  const say = (text: string, undo = false) => store.set({ told: word(text, undo) })

  function travel(to: Travelled | null) {
    if (!to) return
    history = to.history
    show(to.document, { cursor: to.cursor, told: null })
  }

  /**
   * Takes in what the server holds, as `from` became it there; whether nothing that was changed here stood against it.
   * What was typed since is kept in either case. `saved`: it answers a save. `asked`: its owner asked for it here, and can
   * take it back. `elsewhere`: somebody else did it, in another tab or on another device.
   */
  function meet(theirs: Stored, from: ThreadDocument, how: 'saved' | 'asked' | 'elsewhere'): boolean {
    const { stored, document } = store.get()
    if (theirs.version < stored.version) return true
    const base = reusing(documentOf(theirs), from)
    const merged = broughtTogether(from, document, base) ?? (how === 'saved' ? document : null)
    if (merged === null) {
      store.set({ theirs, save: { phase: 'conflict' } })
      return false
    }
    const arrived = reusing(merged, document)
    history =
      how === 'asked'
        ? record(history, arrived, { kind: 'candidate', at: Date.now() })
        : rebase(history, arrived)
    show(history.present, { stored: keepingSame(stored, theirs), base, theirs: null })
    return true
  }

  /** The same for what this page didn't save itself. */
  function take(theirs: Stored, how: 'asked' | 'elsewhere'): boolean {
    if (composed) {
      composed.push(() => take(theirs, how))
      return true
    }
    const { base, document, stored, theirs: waiting } = store.get()
    if (theirs.version <= (waiting ?? stored).version) return true
    const wasDirty = !isSame(base, document)
    const isMet = meet(theirs, base, how)
    if (isMet && how === 'elsewhere' && document !== store.get().document)
      say(wasDirty ? toldWords.together : toldWords.followed)
    return isMet
  }

  function begin() {
    const keeping = createKeeping(store, options.copies, { threadId: options.threadId, page: uuidv7() })
    const saving = createSaving({
      wire: options.wire,
      isDirty: () => !isSame(store.get().document, store.get().base),
      present: () => ({ version: store.get().stored.version, document: store.get().document }),
      state: () => store.get().save,
      tell: (save) => store.set({ save }),
      keep: keeping.keep,
      stored(theirs, sent) {
        meet(theirs, sent, 'saved')
        void keeping.keep()
        following.tell(theirs.version)
      },
      meet: (theirs) => take(theirs, 'elsewhere'),
    })
    const following = followOthers({
      threadId: options.threadId,
      wire: options.wire,
      version: () => store.get().stored.version,
      changed: (theirs) => take(theirs, 'elsewhere'),
      back: saving.retry,
      leave() {
        void keeping.keep()
        saving.leave()
      },
    })
    return { keeping, saving, following }
  }

  async function bringBack() {
    const copies = await options.copies.read(options.threadId)
    for (const copy of copies) {
      const { document, stored } = store.get()
      const merged = broughtTogether(copy.base.document, copy.document, document)
      if (merged === null) {
        // Its own words stand here again; what the server holds stands against them.
        replace(
          copy.document,
          { kind: 'restore' },
          { theirs: stored, base: copy.base.document, save: { phase: 'conflict' } },
        )
      } else if (!isSame(merged, document)) {
        replace(reusing(merged, document), { kind: 'restore', told: toldWords.back })
      }
      await parts?.keeping.keep()
      await options.copies.remove(copy)
    }
  }

  return {
    ...deeds,
    store,
    edit,
    replace: (document, made) => replace(document, made),
    say,
    undo: () => travel(undo(history)),
    redo: () => travel(redo(history)),
    goTo(tweetId, by) {
      const cursor = deeds.neighbour(tweetId, by)
      if (cursor) store.set({ cursor })
      return cursor !== null
    },
    cursorTaken: () => store.set({ cursor: null }),
    caretAt(cursor) {
      caret = cursor
    },
    caretIn,
    insert(tweetId, text) {
      const at = caretIn(tweetId)
      edit((now) => insertText(now, { tweetId, start: at, end: at }, text), { kind: 'paste', tweetId })
    },
    open: (opened) => store.set({ opened }),
    closeFind(hit) {
      store.set({ opened: null, hit: null, cursor: hit })
    },
    show: (hit) => store.set({ hit }),
    speak: (spoken) => store.set({ spoken }),
    hush: (id) => store.get().told?.id === id && store.set({ told: null }),
    composing(isComposing) {
      const waiting = composed ?? []
      composed = isComposing ? waiting : null
      if (!isComposing) for (const run of waiting) run()
    },
    rested() {
      history = { ...history, typingEnd: null }
      void parts?.saving.flush()
    },
    flush: async () => (await parts?.saving.flush()) ?? false,
    retry: () => parts?.saving.retry(),
    signingOut(isSigningOut) {
      parts?.keeping.hold(isSigningOut)
      if (isSigningOut) void parts?.saving.flush()
    },
    take: (stored) => void take(stored, 'asked'),
    settle(document) {
      const { theirs, stored } = store.get()
      if (!theirs) return
      const base = documentOf(theirs)
      replace(
        document,
        { kind: 'restore' },
        { theirs: null, base, stored: keepingSame(stored, theirs), save: { phase: 'unsaved' } },
      )
    },
    start() {
      parts = begin()
      void bringBack()
      return () => {
        parts?.following.stop()
        void parts?.keeping.keep()
        parts?.saving.leave()
        parts?.saving.stop()
        parts?.keeping.stop()
        parts = null
      }
    },
  }
}
