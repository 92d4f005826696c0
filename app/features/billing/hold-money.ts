import type { Db } from '#app/platform/db.server.ts'

/**
 * Holds the sums that are kept of the books against the books, read from end to end: a second or so a hundred thousand
 * entries. Answers how many sums differ, which is none unless somebody has been at the tables by hand.
 */
export async function countMoneyDifferences(db: Db): Promise<number> {
  const [{ differing }] = await db.$queryRaw<[{ differing: number }]>`
    select count(*)::int as differing from money_differences`
  return differing
}

/** Makes the sums anew of the books; whoever adds to these waits meanwhile. For the database's owner alone. */
export async function makeMoneyAnew(db: Db): Promise<void> {
  await db.$executeRaw`select make_money_anew()`
}
