import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentOf, edited, idsOf, textsOf, tweet } from '../document.fixture.ts'
import { insertEmptyTweet, moveTweet, removeTweet } from '../edits/arrange-tweets.ts'
import { setNumbering } from '../edits/mark-tweet.ts'
import { setText } from '../edits/set-text.ts'
import { splitTweet } from '../edits/split-tweet.ts'
import type { ThreadDocument } from '../thread-document.ts'
import { begin, type History, mostSteps, record, redo, type Step, undo } from './history.ts'

const start = documentOf(tweet('a', ''), tweet('b', 'Second.'))

/** Types one state of a tweet's text after another, `rest` ms apart. */
function typed(history: History, tweetId: string, texts: string[], { from = 0, rest = 100 } = {}): History {
  return texts.reduce((so, text, index) => {
    const step: Step = { kind: 'typing', tweetId, at: from + index * rest }
    return record(so, edited(setText(so.present, tweetId, text)), step)
  }, history)
}
const undone = (history: History) => undo(history)?.history ?? history
const growing = (text: string, from = '') =>
  Array.from({ length: text.length }, (_, at) => from + text.slice(0, at + 1))

describe('typing as one step', () => {
  test('goes on without a pause, backspaces included', () => {
    const history = typed(begin(start), 'a', ['h', 'he', 'hel', 'hell', 'hel', 'help'])
    expect(history.past).toHaveLength(1)
    expect(undo(history)?.document).toBe(start)
  })

  test('ends with a pause of over a second', () => {
    expect(typed(begin(start), 'a', ['h', 'he'], { rest: 1_000 }).past).toHaveLength(1)
    expect(typed(begin(start), 'a', ['h', 'he'], { rest: 1_001 }).past).toHaveLength(2)
  })

  test('ends in another tweet', () => {
    const history = typed(typed(begin(start), 'a', growing('One')), 'b', ['Second.!'], { from: 300 })
    expect(history.past).toHaveLength(2)
    expect(textsOf(undone(history).present)).toEqual(['One', 'Second.'])
  })

  test('ends where the cursor jumps, but not for a letter that stands there already', () => {
    expect(typed(begin(start), 'b', ['Second.!', 'A Second.!']).past).toHaveLength(2)
    expect(typed(begin(start), 'a', ['he', 'heo', 'helo']).past).toHaveLength(2)
    // "l" typed before an "l": the change could as well be one further right.
    const helo = begin(documentOf(tweet('a', 'hlo')))
    expect(typed(helo, 'a', ['helo', 'hello']).past).toHaveLength(1)
  })

  test('ends with a paste, and what is typed after it is a step again', () => {
    const one = typed(begin(start), 'a', ['x'])
    const pasted = record(one, edited(setText(one.present, 'a', 'x pasted')), {
      kind: 'paste',
      tweetId: 'a',
      at: 50,
    })
    expect(typed(pasted, 'a', ['x pasted.'], { from: 60 }).past).toHaveLength(3)
  })

  test('ends with undoing', () => {
    const two = typed(typed(begin(start), 'a', ['x']), 'a', ['xy'], { from: 5_000 })
    expect(typed(undone(two), 'a', ['xz'], { from: 100 }).past).toHaveLength(2)
  })
})

describe('undoing and redoing', () => {
  test('puts the cursor behind what changed', () => {
    const history = typed(
      begin(documentOf(tweet('a', 'The river.'))),
      'a',
      growing('wide ', 'The ').map((t) => `${t}river.`),
    )
    const back = undo(history)
    expect(back?.cursor).toEqual({ tweetId: 'a', start: 4, end: 4 })
    expect(redo(back?.history ?? history)?.cursor).toEqual({ tweetId: 'a', start: 9, end: 9 })
  })

  test('puts the cursor at a tweet that comes back, that moved, or beside the one that goes', () => {
    const abc = documentOf(tweet('a'), tweet('b'), tweet('c'))
    const cursorAfter = (document: ThreadDocument, step: Omit<Step, 'at'>) =>
      undo(record(begin(abc), document, { ...step, at: 0 }))?.cursor
    const removed = edited(removeTweet(abc, 'b'))
    expect(cursorAfter(removed, { kind: 'remove', tweetId: 'b' })).toMatchObject({ tweetId: 'b', start: 10 })
    const added = edited(insertEmptyTweet(abc, { tweetId: 'b', side: 'after' }, 'n'))
    expect(cursorAfter(added, { kind: 'add', tweetId: 'n' })).toMatchObject({ tweetId: 'b', start: 10 })
    const first = edited(insertEmptyTweet(abc, { tweetId: 'a', side: 'before' }, 'n'))
    expect(cursorAfter(first, { kind: 'add', tweetId: 'n' })).toMatchObject({ tweetId: 'a', start: 0 })
    const moved = edited(moveTweet(abc, 'c', 0))
    expect(cursorAfter(moved, { kind: 'move', tweetId: 'c' })).toMatchObject({ tweetId: 'c' })
    expect(cursorAfter(edited(setNumbering(abc, true)), { kind: 'numbering' })).toBe(null)
  })

  test('is nothing at either end, and a new step makes redoing impossible', () => {
    expect(undo(begin(start))).toBe(null)
    const history = typed(begin(start), 'a', ['x'])
    expect(redo(history)).toBe(null)
    expect(redo(typed(undone(history), 'a', ['y']))).toBe(null)
  })

  test('an edit that changed nothing is no step', () => {
    const history = begin(start)
    expect(record(history, start, { kind: 'move', tweetId: 'a', at: 0 })).toBe(history)
  })

  test('keeps the newest two hundred steps', () => {
    const many = Array.from({ length: mostSteps + 50 }, (_, at) => String(at))
    let history = typed(begin(start), 'a', many, { rest: 2_000 })
    expect(history.past).toHaveLength(mostSteps)
    while (history.past.length > 0) history = undone(history)
    expect(textsOf(history.present)[0]).toBe('49')
  })

  test('goes all the way back and forth through any steps', () => {
    const edits = fc.array(fc.tuple(fc.constantFrom('type', 'split', 'move', 'remove', 'add'), fc.nat()), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(edits, (kinds) => {
        const states = [start]
        let history = begin(start)
        for (const [index, [kind, pick]] of kinds.entries()) {
          const now = history.present
          const tweetId = now.tweets[pick % Math.max(1, now.tweets.length)]?.id ?? ''
          const outcome = {
            type: () => setText(now, tweetId, `Typed ${index}`),
            split: () => splitTweet(now, tweetId, pick % 9, `n${index}`),
            move: () => moveTweet(now, tweetId, pick % 5),
            remove: () => removeTweet(now, tweetId),
            add: () => insertEmptyTweet(now, null, `n${index}`),
          }[kind]?.()
          if (!outcome?.ok || outcome.document === now) continue
          history = record(history, outcome.document, { kind: 'restore', tweetId, at: index })
          states.push(outcome.document)
        }
        const last = history.present
        for (const state of states.slice(0, -1).toReversed()) {
          history = undone(history)
          expect(history.present).toBe(state)
        }
        for (let step = redo(history); step; step = redo(step.history)) {
          history = step.history
          if (step.cursor) expect(idsOf(step.document)).toContain(step.cursor.tweetId)
        }
        expect(history.present).toBe(last)
      }),
    )
  })
})
