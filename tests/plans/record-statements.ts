import type pg from 'pg'
import { type Asked, hearStatements } from '#tests/setup/hear-statements.ts'

/** A statement as it was sent, with the values of one time, and the pages that sent it. */
export type Statement = Asked & { pages: Set<string> }

export type Recorder = {
  /** Each once, in the order in which they first came. */
  statements: Map<string, Statement>
  /** Whose statements come from now on. */
  page: string
}

const isPlanned = (text: string) => /^\s*(select|with|insert|update|delete|merge|values)\b/i.test(text)

/** Notes every statement that goes through a pool, which is told of before its first connection. */
export function recordStatements(pool: pg.Pool): Recorder {
  const recorder: Recorder = { statements: new Map(), page: '' }
  hearStatements(pool, (asked) => {
    if (!isPlanned(asked.text)) return
    const known = recorder.statements.get(asked.text)
    const pages = known?.pages ?? new Set()
    if (!known) recorder.statements.set(asked.text, { ...asked, pages })
    pages.add(recorder.page)
  })
  return recorder
}
