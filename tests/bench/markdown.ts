import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inWords } from './ratio.ts'

const figureSchema = z.object({
  name: z.string(),
  // JSON has no word for what is no number.
  ratio: z
    .number()
    .nullable()
    .transform((ratio) => ratio ?? Number.NaN),
  bar: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]).nullable(),
})
const resultsSchema = z.object({
  at: z.string(),
  full: z.boolean(),
  results: z.array(z.object({ benchmark: z.string(), seconds: z.number(), figures: z.array(figureSchema) })),
})
type Results = z.output<typeof resultsSchema>

/** What a run has written down. Throws where there is no such file, or it is none of ours. */
export const readResults = (file: string): Results =>
  resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The same figures as the command prints, as a table of Markdown. */
export function asMarkdown({ at, full, results }: Results): string {
  const rows = results.flatMap(({ benchmark, figures }) =>
    figures.map((each) => {
      const { how, name, figure, wanted } = inWords(each)
      return `| \`${benchmark}\` | ${name} | ${figure} | ${wanted} | ${how} |`
    }),
  )
  const command = `npm run bench${full ? ' -- --full' : ''}`
  return [
    `\`${command}\`, ${at}:`,
    '',
    '| benchmark | figure | measured | bar | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
