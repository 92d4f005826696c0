import { z } from 'zod'
import { LocalFault } from '../fault.ts'

/** What a copy says of itself in its first line, before what it holds. */
const openingSchema = z.object({
  format: z.literal('threadr-backup-1'),
  /** A data folder as a packed archive, or a database as pg_dump writes it (custom). */
  kind: z.enum(['folder', 'dump']),
  madeAt: z.iso.datetime(),
  /** PostgreSQL's, as 180004. */
  server: z.number(),
  /** The newest migration. */
  migration: z.string(),
})
export type Opening = z.infer<typeof openingSchema>

const lineEnd = 0x0a
const longest = 4096

/** A copy: its first line, then what it holds. */
export async function* withOpening(
  opening: Opening,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${JSON.stringify(opening)}\n`)
  yield* bytes
}

/** Takes a copy apart again. Throws a LocalFault where it is none. */
export async function readOpening(
  bytes: AsyncGenerator<Uint8Array>,
): Promise<{ opening: Opening; rest: AsyncGenerator<Uint8Array> }> {
  let head = Buffer.alloc(0)
  while (!head.includes(lineEnd) && head.length < longest) {
    const { done, value } = await bytes.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  const end = head.indexOf(lineEnd)
  const opening = openingSchema.safeParse(parseJson(head.subarray(0, Math.max(0, end)).toString())).data
  if (!opening) throw new LocalFault('This is no copy that this version of Threadr can read.')
  async function* rest() {
    yield head.subarray(end + 1)
    yield* bytes
  }
  return { opening, rest: rest() }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
