import { inWords } from './ratio.ts'
import type { Result } from './results.ts'

/** The same figures as the command prints, as a table of Markdown in the order of `names`. */
export function asMarkdown(results: readonly Result[], names: readonly string[]): string {
  const rows = results
    .toSorted((one, other) => names.indexOf(one.benchmark) - names.indexOf(other.benchmark))
    .flatMap(({ benchmark, at, full, figures }) =>
      figures.map((each) => {
        const { how, name, figure, wanted } = inWords(each)
        const which = `\`${benchmark}${full ? ' --full' : ''}\``
        return `| ${which} | ${name} | ${figure} | ${wanted} | ${how} | ${at.slice(0, 10)} |`
      }),
    )
  return [
    '| benchmark | figure | measured | bar | | on |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
