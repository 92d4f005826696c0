import type pg from 'pg'

/** A statement as it was sent, with the values of one time. */
export type Statement = {
  text: string
  values: unknown[]
  /** Whether it is prepared once a connection, so that PostgreSQL may plan it without its values. */
  isNamed: boolean
  /** The pages that sent it. */
  pages: Set<string>
}

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
  pool.on('connect', (client) => {
    const { query } = client
    Reflect.set(client, 'query', (...given: unknown[]) => {
      const asked = statementOf(given)
      if (asked && isPlanned(asked.text)) {
        const known = recorder.statements.get(asked.text)
        const pages = known?.pages ?? new Set()
        if (!known) recorder.statements.set(asked.text, { ...asked, pages })
        pages.add(recorder.page)
      }
      return Reflect.apply(query, client, given)
    })
  })
  return recorder
}

/** What pg is asked, be it a text with its values or both in one; null for what runs by itself, such as a cursor. */
function statementOf([asked, values]: unknown[]): Omit<Statement, 'pages'> | null {
  if (typeof asked === 'string')
    return { text: asked, values: Array.isArray(values) ? values : [], isNamed: false }
  if (typeof asked !== 'object' || asked === null || 'submit' in asked || !('text' in asked)) return null
  if (typeof asked.text !== 'string') return null
  const own = 'values' in asked && Array.isArray(asked.values) ? asked.values : null
  return {
    text: asked.text,
    values: own ?? (Array.isArray(values) ? values : []),
    isNamed: 'name' in asked && typeof asked.name === 'string' && asked.name !== '',
  }
}
