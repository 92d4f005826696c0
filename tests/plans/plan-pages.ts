import { keptLibrary } from '#tests/bench/library.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import { pretendHeavyOwner, pretendRows } from './pretended-rows.ts'
import { type Planned, readPlans } from './read-plans.ts'
import type { Statement } from './record-statements.ts'
import { visitPages } from './visit-pages.ts'

/** Every statement of every page, with its plan at a million rows a table. */
export async function planPages(): Promise<Planned[]> {
  const { statements } = await visitPages()
  return atMillions(statements)
}

/** Statements with the plans that they have where every table is said to hold a million rows. */
export async function atMillions(statements: Statement[], { heavyOwner = false } = {}): Promise<Planned[]> {
  const { pool, folder, drop } = await scratchDatabase()
  try {
    await pretendRows(pool, folder)
    if (heavyOwner) await pretendHeavyOwner(pool)
    return await readPlans(pool, statements)
  } finally {
    await drop()
  }
}

/** What is wrong: the pages whose statements read a large table from end to end. */
export const faultsOf = (planned: Planned[]): string[] =>
  planned.flatMap(({ text, pages, plan }) =>
    plan.wholly.map(
      (way) => `${way} (${[...pages].join(' ')}): ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
    ),
  )

const ofLibrary = ['/threads', '/palette', '/', '/api/v1/threads']

type Compared = { text: string; pretended: string[]; real: string[] }

/**
 * How the library's statements come by their rows in a database that does hold a million threads of one person, as
 * the benchmark makes it (it takes some minutes the first time), beside how they do by what is pretended.
 */
export async function compareWithReality(): Promise<Compared[]> {
  const { statements, owners } = await visitPages()
  const { pool, note, release } = await keptLibrary(true)
  try {
    const own = (value: unknown) => (owners.includes(String(value)) ? note.huge.userId : value)
    const asked = statements
      .filter(({ pages, text }) => ofLibrary.some((page) => pages.has(page)) && /library_entries/.test(text))
      .map((statement) => ({ ...statement, values: statement.values.map(own) }))
    const real = await readPlans(pool, asked)
    const pretended = await atMillions(asked, { heavyOwner: true })
    return real.map(({ text, plan }, at) => ({
      text,
      real: plan.ways,
      pretended: pretended[at]?.plan.ways ?? [],
    }))
  } finally {
    await release()
  }
}
