import { runFault } from './run-fault.ts'
import { faults } from './table.ts'

/** `npm run faults [-- NAME …]`: a line a fault; ends with status 1 where one falls short, 2 where a name is unknown. */
const names = process.argv.slice(2)
const unknown = names.filter((name) => !faults.some((fault) => fault.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no fault ${unknown.join(', ')}. There are: ${faults.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
let short = 0
for (const fault of faults) {
  if (names.length > 0 && !names.includes(fault.name)) continue
  const { ok, seen } = await runFault(fault)
  if (!ok) short += 1
  console.info(`${ok ? 'ok  ' : 'FAIL'}  ${fault.name}: ${seen}`)
}
process.exit(short === 0 ? 0 : 1)
