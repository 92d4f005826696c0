import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** A file that keeps of each name what came of it last, in the order in which they came. */
export function lastResults<Result>(
  file: string,
  schema: z.ZodType<Result>,
  nameOf: (result: Result) => string,
) {
  /** Throws where there is no such file, or it is none of ours. */
  const read = (): Result[] => z.array(schema).parse(JSON.parse(readFileSync(file, 'utf8')))
  const known = () => {
    try {
      return read()
    } catch {
      return []
    }
  }
  return {
    read,
    /** A file of another kind is begun anew. */
    keep(result: Result): void {
      const others = known().filter((other) => nameOf(other) !== nameOf(result))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify([...others, result], null, 2)}\n`)
    },
  }
}
