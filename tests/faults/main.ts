import type { Fault } from './fault.ts'
import { runFault } from './run-fault.ts'
import { faults } from './table.ts'

/** `npm run faults [-- NAME …]`: a line a fault, of all whose names begin with "NAME: " too; ends with status 1 where one falls short, 2 where a name is unknown. */
const names = process.argv.slice(2)
const isMeant = (fault: Fault, name: string) => fault.name === name || fault.name.startsWith(`${name}: `)
const unknown = names.filter((name) => !faults.some((fault) => isMeant(fault, name)))
if (unknown.length > 0) {
  console.error(
    `There is no fault ${unknown.join(', ')}. There are: ${faults.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
let short = 0
for (const fault of faults) {
  if (names.length > 0 && !names.some((name) => isMeant(fault, name))) continue
  const { ok, seen } = await runFault(fault)
  if (!ok) short += 1
  console.info(`${ok ? 'ok  ' : 'FAIL'}  ${fault.name}: ${seen}`)
}
process.exit(short === 0 ? 0 : 1)
