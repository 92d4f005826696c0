import type pg from 'pg'

/** Takes away what nobody can: all of the books, and what is kept of them. */
export async function emptyBooks(pool: pg.Pool): Promise<void> {
  await pool.query(
    `alter table subscription_changes disable trigger all; alter table ledger_entries disable trigger all;
     truncate subscription_changes, ledger_entries;
     alter table subscription_changes enable trigger all; alter table ledger_entries enable trigger all;
     delete from subscriptions;
     select make_money_anew()`,
  )
}
