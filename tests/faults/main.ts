import { parseArgs } from 'node:util'
import { z } from 'zod'
import { lastResults } from '#tests/setup/last-results.ts'
import type { Fault } from './fault.ts'
import { runFault } from './run-fault.ts'
import { faults } from './table.ts'

/** What was seen of each fault last is kept here, so that it can be printed as a table. */
const kept = '.cache/faults.json'
const usage = `npm run faults [-- NAME …] [-- --markdown]

Prints a line a fault, of all whose names begin with "NAME: " too; ends with 1 where one falls short, 2 where a name is unknown.
--markdown runs none and prints what was seen of each last (${kept}) as a table.

Names: ${faults.map(({ name }) => name).join(', ')}`

const seenSchema = z.object({ name: z.string(), ok: z.boolean(), seen: z.string() })
const results = lastResults(kept, seenSchema, ({ name }) => name)

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const isMeant = (fault: Fault, name: string) => fault.name === name || fault.name.startsWith(`${name}: `)
  const unknown = positionals.find((name) => !faults.some((fault) => isMeant(fault, name)))
  if (unknown !== undefined) throw new Error(`There is no fault ${unknown}.`)
  if (values.help) console.info(usage)
  else if (values.markdown) console.info(asMarkdown())
  else
    process.exit(
      await runAll(
        faults.filter(
          (fault) => positionals.length === 0 || positionals.some((name) => isMeant(fault, name)),
        ),
      ),
    )
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
  process.exit(2)
}

/** One after the other. Gives the code to end with. */
async function runAll(chosen: readonly Fault[]): Promise<number> {
  let allHold = true
  for (const fault of chosen) {
    const { ok, seen } = await runFault(fault)
    console.info(`${ok ? 'ok  ' : 'FAIL'}  ${fault.name}: ${seen}`)
    results.keep({ name: fault.name, ok, seen })
    allHold &&= ok
  }
  return allHold ? 0 : 1
}

function asMarkdown(): string {
  const order = faults.map(({ name }) => name)
  const rows = results
    .read()
    .toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
    .map(({ name, ok, seen }) => `| ${name} | ${seen.replaceAll('|', '\\|')} | ${ok ? 'ok' : 'FAIL'} |`)
  return ['| fault | seen | |', '| --- | --- | --- |', ...rows].join('\n')
}
