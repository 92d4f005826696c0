import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Origin } from '#app/features/audit/event-origin.ts'
import { type Actor, recordEvent } from '#app/features/audit/record-event.ts'
import type { CategoryScores } from '#app/integrations/openai/moderation.server.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { ContentFilter } from './content-filter.ts'
import { type Breach, findBreach } from './find-breach.ts'
import { moderatedBreach } from './moderated-breach.ts'
import { piecesOf } from './pieces.ts'
import { type Named, refusal } from './refusal.ts'
import type { Place } from './rules/rule.ts'

/** One text to look at. `field` is the form's, where a refusal is to be told at one. */
export type Part = { named: Named; place: Place; text: string; field?: string }

/** Whose texts they are, and what they are for. */
export type Asked = {
  actor: Actor
  subject: { kind: string; id: string | null }
  /** Where they came from, where that is known. */
  origin?: Origin
  signal?: AbortSignal
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Throws the AppError `content-refused` (422, with the part's field) where a part is something that Threadr makes no
 * threads of, once the refusal stands in the audit trail. Our own rules look first; OpenAI's moderation, where it is set
 * up, looks at what they let through. Where it fails the rules' word counts, and log and audit trail say so.
 */
export async function assertAllowed(
  filter: ContentFilter,
  db: Db,
  parts: Part[],
  asked: Asked,
): Promise<void> {
  const filled = parts.filter(({ text }) => text.trim() !== '')
  const refuse = async (part: Part, breach: Breach) => {
    const eventId = uuidv7()
    const data = { rule: breach.rule, part: part.named, place: part.place, sha256: hashOf(part.text) }
    const { signal: _signal, ...who } = asked
    const reasonCode = breach.reason
    await recordEvent(db, { id: eventId, ...who, action: 'content.refused', reasonCode, data })
    throw refusal(breach, part.named, { eventId, supportEmail: filter.supportEmail, field: part.field })
  }

  for (const part of filled) {
    const breach = findBreach(part.text, part.place)
    if (breach) await refuse(part, breach)
  }
  const scored = await scoresOf(filter, db, filled, asked)
  for (const { part, scores } of scored) {
    const breach = moderatedBreach(scores, part.place)
    if (breach) await refuse(part, breach)
  }
}

/** What moderation says of the parts; nothing where it isn't set up, or failed. Being stopped is thrown. */
async function scoresOf(
  { moderate, logger }: ContentFilter,
  db: Db,
  parts: Part[],
  { signal, ...who }: Asked,
): Promise<{ part: Part; scores: CategoryScores[] }[]> {
  if (!moderate || parts.length === 0) return []
  const pieces = parts.flatMap((part) => piecesOf(part.text).map((text) => ({ part, text })))
  try {
    const scores = await moderate(
      pieces.map(({ text }) => text),
      signal,
    )
    return parts.map((part) => ({ part, scores: scores.filter((_, at) => pieces[at]?.part === part) }))
  } catch (error) {
    if (!(error instanceof AppError) || signal?.aborted) throw error
    logger.warn({ err: error, subject: who.subject }, 'moderation failed: our own rules decided alone')
    const data = {
      failure: error.code,
      parts: parts.map(({ named, text }) => ({ part: named, sha256: hashOf(text) })),
    }
    const event = { action: 'content.allowed-by-rules-alone', reasonCode: 'moderation-failed', data }
    await recordEvent(db, { ...who, ...event })
    return []
  }
}
