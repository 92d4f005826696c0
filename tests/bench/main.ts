import { parseArgs } from 'node:util'
import type { Benchmark } from './benchmark.ts'
import { benchmarks } from './benchmarks.ts'
import { asMarkdown } from './markdown.ts'
import { type Figure, fallsShort, line } from './ratio.ts'
import { resultsIn } from './results.ts'

const usage = `npm run bench -- [NAME …] [--full] [--json FILE] [--markdown]

Prints each figure beside its bar, and ends with 1 where one falls short; without a name all of them, with --full also over
the largest sets of data. FILE keeps what each benchmark measured last (.cache/bench.json unless one is named);
--markdown measures nothing and prints that file as a table.

Names: ${Object.keys(benchmarks).join(', ')}`

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      json: { type: 'string', default: '.cache/bench.json' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const wrong = positionals.find((name) => !(name in benchmarks))
  if (wrong !== undefined) throw new Error(`There is no benchmark ${wrong}.`)
  if (values.help) console.info(usage)
  else if (values.markdown) console.info(asMarkdown(resultsIn(values.json).read(), Object.keys(benchmarks)))
  else process.exit(await measure(positionals, values))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  process.exit(2)
}

/** Runs the benchmarks one after the other, as each wants the machine for itself. Gives the code to end with. */
async function measure(names: string[], { full, json }: { full: boolean; json: string }): Promise<number> {
  const chosen = Object.entries(benchmarks).filter(([name]) => names.length === 0 || names.includes(name))
  const results = resultsIn(json)
  const judged: Figure[] = []
  for (const [benchmark, run] of chosen) {
    const begun = performance.now()
    const figures = await figuresOf(run, full)
    for (const figure of figures) console.info(line(figure))
    judged.push(...figures.filter(({ bar }) => bar !== null))
    const seconds = Math.round((performance.now() - begun) / 1000)
    results.keep({ benchmark, at: new Date().toISOString(), full, seconds, figures })
  }
  const short = judged.filter(fallsShort)
  if (chosen.length > 1) {
    console.info(
      `\n${judged.length - short.length} of ${judged.length} bars met.${short.length > 0 ? ' What falls short:' : ''}`,
    )
    for (const figure of short) console.info(line(figure))
  }
  return short.length === 0 ? 0 : 1
}

/** One that breaks is a figure that falls short, so that the others are measured all the same. */
async function figuresOf(run: Benchmark, full: boolean): Promise<Figure[]> {
  try {
    return await run({ full })
  } catch (error) {
    return [{ name: `broke: ${error}`, ratio: Number.NaN, bar: { atMost: 0 } }]
  }
}
