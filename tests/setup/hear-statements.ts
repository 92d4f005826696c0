import type pg from 'pg'

export type Asked = {
  text: string
  values: unknown[]
  /** Whether it is prepared once a connection, so that PostgreSQL may plan it without its values. */
  isNamed: boolean
}

/** Tells of every statement that goes through a pool, Prisma's and our own alike; said before the pool's first connection. */
export function hearStatements(pool: pg.Pool, hear: (asked: Asked) => void): void {
  pool.on('connect', (client) => {
    const { query } = client
    Reflect.set(client, 'query', (...given: unknown[]) => {
      const asked = askedOf(given)
      if (asked) hear(asked)
      return Reflect.apply(query, client, given)
    })
  })
}

/** What pg is asked, be it a text with its values or both in one; null for what runs by itself, such as a cursor. */
function askedOf([asked, values]: unknown[]): Asked | null {
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
