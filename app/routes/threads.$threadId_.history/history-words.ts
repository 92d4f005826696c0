import type { RevisionRow } from '#app/features/threads/revisions/list-revisions.ts'
import { exactTime } from '#app/ui/relative-time.ts'

const whole = new Intl.NumberFormat('en')

type What = Pick<RevisionRow, 'kind' | 'writer' | 'model' | 'saves' | 'restoredFrom'>

/** How a version came to be: "Written by the built-in writer", "Edited, 12 saves", "Version of … put back". */
export function madeWords({ kind, writer, model, saves, restoredFrom }: What): string {
  if (kind === 'written') return writtenWords(writer, model)
  if (kind === 'edited') return saves === 1 ? 'Edited' : `Edited, ${whole.format(saves)} saves`
  const { name = null, createdAt = null } = restoredFrom ?? {}
  if (name !== null) return `“${name}” put back`
  return createdAt === null
    ? 'An earlier version put back'
    : `Version of ${exactTime(new Date(createdAt))} put back`
}

function writtenWords(writer: string | null, model: string | null): string {
  if (writer === null) return 'As it stood before versions were kept'
  return `Written by ${writer === 'builtin' ? 'the built-in writer' : (model ?? 'a model')}`
}

export const countedTweets = (count: number) => `${whole.format(count)} ${count === 1 ? 'tweet' : 'tweets'}`
