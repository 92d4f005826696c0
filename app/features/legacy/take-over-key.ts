import { z } from 'zod'
import { type Db, Prisma, type Tx } from '#app/platform/db.server.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { keyHash, takeOverPerson } from './people.ts'
import { type Family, type LegacyValue, nameInKey, Skipped } from './record.ts'
import { takeOverCapture } from './take-over-capture.ts'
import { takeOverPremium } from './take-over-premium.ts'
import { takeOverThread } from './take-over-thread.ts'

export type Choices = {
  /** Until when those have Pro whose record says no end; null leaves them out. */
  endless: Date | null
  now: Date
  /** Does all of it and keeps nothing. The people of the run come along, whom later keys name. */
  trial: Map<string, LegacyValue> | null
}

export type Outcome = { what: 'imported' | 'before' } | { what: 'skipped'; reason: string }

class TrialOver extends Error {}

/**
 * Takes over a key, once: in one transaction with the note of it, so that neither a stop in the middle nor a second run,
 * nor one at the same time, takes it over half or twice. What was left out is tried again the next time.
 */
export async function takeOverKey(
  db: Db,
  family: Family,
  key: string,
  value: LegacyValue | Skipped,
  choices: Choices,
): Promise<Outcome> {
  let outcome: Outcome = { what: 'before' }
  try {
    await inRetriedTransaction(db, async (tx) => {
      outcome = { what: 'before' }
      if (!(await claim(tx, family, key))) return
      outcome = await attempt(tx, family, key, value, choices)
      if (choices.trial) throw new TrialOver()
    })
  } catch (error) {
    if (!(error instanceof TrialOver)) throw error
    if (family === 'user_sessions' && outcome.what === 'imported' && !(value instanceof Skipped))
      choices.trial?.set(nameInKey(family, key) ?? '', value)
  }
  return outcome
}

/** Whether the key is ours to take over; another run that has it is waited for. */
async function claim(tx: Tx, family: Family, key: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    insert into legacy_keys as k (key_hash, family, outcome) values (${keyHash(key)}, ${family}, 'imported')
    on conflict (key_hash) do update set outcome = 'imported', reason = null, at = now() where k.outcome = 'skipped'`
  return taken === 1
}

async function attempt(
  tx: Tx,
  family: Family,
  key: string,
  value: LegacyValue | Skipped,
  choices: Choices,
): Promise<Outcome> {
  // What a record left half done before it turned out not to fit is taken back alone.
  await tx.$executeRaw`savepoint record`
  try {
    if (value instanceof Skipped) throw value
    const userId = await takeOver(tx, family, key, value, choices)
    if (userId) await tx.legacyKey.update({ where: { keyHash: keyHash(key) }, data: { userId } })
    return { what: 'imported' }
  } catch (error) {
    const reason = error instanceof Skipped ? error.reason : refusedByDatabase(error)
    if (reason === null) throw error
    await tx.$executeRaw`rollback to savepoint record`
    await tx.legacyKey.update({ where: { keyHash: keyHash(key) }, data: { outcome: 'skipped', reason } })
    return { what: 'skipped', reason }
  }
}

/** The account that a person's key became. */
async function takeOver(
  tx: Tx,
  family: Family,
  key: string,
  value: LegacyValue,
  { trial, ...choices }: Choices,
): Promise<string | null> {
  const name = nameInKey(family, key)
  if (name === null) throw new Skipped('no-name')
  if (family === 'user_sessions') return takeOverPerson(tx, name, value)
  if (trial) await bringPerson(tx, name, value, trial)
  if (family === 'premium_access') await takeOverPremium(tx, name, value, choices)
  else if (family === 'thread_cache') await takeOverThread(tx, name, value)
  else await takeOverCapture(tx, name, value, choices)
  return null
}

const ownerSchema = z.object({ user_id: z.coerce.string().optional(), userId: z.coerce.string().optional() })

/** In a trial nobody was kept, so whom a key names is made before it. */
async function bringPerson(tx: Tx, name: string, { content }: LegacyValue, trial: Map<string, LegacyValue>) {
  const named = ownerSchema.safeParse(content).data
  for (const id of [name, named?.user_id, named?.userId]) {
    const person = id === undefined ? undefined : trial.get(id)
    if (id === undefined || person === undefined) continue
    const userId = await takeOverPerson(tx, id, person)
    const row = { family: 'user_sessions', outcome: 'imported', userId }
    await tx.legacyKey.upsert({
      where: { keyHash: keyHash(`user_sessions:${id}`) },
      create: { keyHash: keyHash(`user_sessions:${id}`), ...row },
      update: row,
    })
  }
}

/** A value that the database itself refuses is the record's fault; all else is not. */
function refusedByDatabase(error: unknown): string | null {
  const text =
    error instanceof Prisma.PrismaClientKnownRequestError ? `${error.code} ${JSON.stringify(error.meta)}` : ''
  return /P2000|P2006|P2020|22P05|22021/.test(text) ? 'not-storable' : null
}
