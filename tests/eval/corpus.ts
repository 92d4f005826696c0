import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Support } from '#app/features/support/verdict.ts'
import { AppError } from '#app/platform/errors.ts'

const sourceSchema = z.object({
  id: z.string(),
  source: z.string(),
  cases: z.array(z.object({ kind: z.string(), text: z.string(), from: z.string().optional() })),
})
export type LabelledSource = z.infer<typeof sourceSchema>

/** The labelled sources of a folder by language, each in LANGUAGE.json. */
export function corpusIn(dir: string): Map<string, LabelledSource[]> {
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (files.length === 0) throw new AppError('no-corpus', `There is no corpus in ${dir}.`)
  return new Map(
    files.map((file) => [
      basename(file, '.json'),
      z.array(sourceSchema).parse(JSON.parse(readFileSync(join(dir, file), 'utf8'))),
    ]),
  )
}

export const isFlagged = ({ verdict }: Support) => verdict === 'partly' || verdict === 'unsupported'
