import { diffArrays } from 'diff'
import { v7 as uuidv7 } from 'uuid'
import { countWords } from '#app/features/segmentation/count-words.ts'
import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { buildSnapshot, type Passage } from './build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from './clean-characters.ts'
import { lockedSource, nextNumber } from './keep-reading.ts'
import { fewestWords } from './parse-input.ts'
import type { Snapshot } from './snapshot.ts'
import { snapshotColumns, snapshotOf } from './snapshot-record.ts'
import { mostCharacters } from './source-limits.ts'

const longestTitle = 300
/** Passages that differ, beyond which it is another text: comparing costs by their square. */
const mostChanges = 2_000

/**
 * Puts right what was read of a source: a snapshot of its own, which counts from then on. The caller has made sure that
 * the source is the person's. Throws AppErrors: `too-few-words`, `source-too-long` for the field `text`,
 * `title-too-long`, and `changed-meanwhile` (409) where it is not `basedOn` that counts now.
 */
export async function correctSnapshot(
  db: Db,
  sourceId: string,
  correction: { basedOn: string; title: string; text: string },
): Promise<void> {
  const title = cleanCharacters(correction.title).trim()
  if (title.length > longestTitle)
    throw refuse('title-too-long', `Use at most ${longestTitle} characters for the title.`, 'title')
  assertFits(correction.text.trim())
  const row = await db.snapshot.findFirst({ where: { id: correction.basedOn, sourceId } })
  if (!row) throw changedMeanwhile()
  // Snapshots never change, so the comparing can be done before the source is locked.
  const before = snapshotOf(row)
  const after = corrected(before, title, correction.text)
  await db.$transaction(async (tx) => {
    const source = await lockedSource(tx, sourceId)
    if (source.snapshotId !== before.id) throw changedMeanwhile()
    if (after.contentHash === before.contentHash && after.title === before.title) return
    const { id } = await tx.snapshot.create({
      data: {
        ...snapshotColumns(after),
        id: uuidv7(),
        sourceId,
        number: await nextNumber(tx, sourceId),
        reason: 'corrected',
        readAt: new Date(),
      },
    })
    await tx.source.update({ where: { id: sourceId }, data: { snapshotId: id } })
  })
}

/** Stand for the blocks of before that hold blank lines (code, mostly), while the text is parted at blank lines. */
const firstStandIn = 0xf0000
const mostStandIns = 200

/** The passages of a typed text, which blank lines part; a block of before that stands in it stays whole. */
function partedText(text: string, blocks: readonly string[]): string[] {
  const whole = blocks.filter((block) => /\n[ \t]*\n/.test(block)).slice(0, mostStandIns)
  let marked = cleanCharacters(text)
  for (const [index, block] of whole.entries())
    marked = marked.replace(block, () => String.fromCodePoint(firstStandIn + index))
  return marked
    .split(/\n[ \t]*\n+/)
    .map((passage) => {
      const standsFor = whole[(passage.trim().codePointAt(0) ?? 0) - firstStandIn]
      return standsFor ?? passage.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '')
    })
    .filter((passage) => passage.trim() !== '')
}

function assertFits(text: string): void {
  const count = new Intl.NumberFormat('en')
  if (text.length > mostCharacters)
    throw refuse(
      'source-too-long',
      `This text has ${count.format(text.length)} characters; ${count.format(mostCharacters)} is the most. Take some of it out.`,
      'text',
    )
  const words = countWords(text, fewestWords)
  if (words < fewestWords)
    throw refuse(
      'too-few-words',
      `There ${words === 1 ? 'is 1 word' : `are ${words} words`} left; a thread needs at least ${fewestWords}.`,
      'text',
    )
}

/** The same snapshot with another text: a passage that stays, or takes the place of one, keeps what it is. */
function corrected(before: Snapshot, title: string, text: string): Snapshot {
  const old = before.blocks.map(({ start, end }) => before.text.slice(start, end))
  const passages = partedText(text, old)
  const kinds: Omit<Passage, 'text'>[] = []
  let at = 0
  let replaced: Omit<Passage, 'text'>[] = []
  const changes = diffArrays(old, passages, { maxEditLength: mostChanges }) ?? []
  for (const { value, added, removed } of changes) {
    if (added) {
      kinds.push(...value.map((_, index) => replaced[index] ?? { kind: 'paragraph' as const }))
      replaced = []
      continue
    }
    const theirs = before.blocks.slice(at, at + value.length)
    at += value.length
    if (removed) replaced = theirs
    else kinds.push(...theirs)
  }
  const typed = passages.map((passage, index): Passage => {
    const { kind, level } = kinds[index] ?? { kind: 'paragraph' }
    // Line ends mean something in these alone.
    const kept = kind === 'code' || kind === 'table' ? passage : collapseWhiteSpace(passage)
    return { kind, ...(level !== undefined && { level }), text: kept }
  })
  return buildSnapshot(before.kind, typed, { ...before, title }, { score: 100, doubt: null })
}

const changedMeanwhile = () =>
  new AppError(
    'changed-meanwhile',
    'What was read has changed in another tab since you opened this. Your text is still here: compare the two, and save again to keep yours.',
    { status: 409, field: 'text' },
  )

const refuse = (code: string, message: string, field: string) =>
  new AppError(code, message, { status: 422, field })
