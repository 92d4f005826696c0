import { parseArgs } from 'node:util'
import { compareWithReality, faultsOf, planPages } from './plan-pages.ts'

/**
 * `npm run -s plans`: every statement of every page with what it costs by the planner, how it comes by its rows at a million a table, and
 * who asks it; `--text` prints statements whole. Status 1 where a large table is read from end to end. With `--real` the
 * library's plans beside those over a million threads that are there.
 */
const { values } = parseArgs({
  options: { text: { type: 'boolean', default: false }, real: { type: 'boolean', default: false } },
})
const shown = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return values.text || line.length < 150 ? line : `${line.slice(0, 150)}…`
}
process.exit(await (values.real ? printComparison() : printPlans()))

async function printPlans(): Promise<number> {
  const planned = await planPages()
  for (const { text, pages, plan } of planned.sort((one, other) => other.plan.cost - one.plan.cost)) {
    console.info(`${plan.wholly.length === 0 ? 'ok   ' : 'WHOLE'} ${Math.round(plan.cost)}  ${shown(text)}`)
    console.info(`       ${plan.ways.join('; ') || 'no table'}\n       ${[...pages].join(' ')}`)
  }
  const faults = faultsOf(planned)
  console.info(`\n${planned.length} statements, ${faults.length} that read a large table from end to end`)
  for (const fault of faults) console.info(fault)
  return faults.length === 0 ? 0 : 1
}

async function printComparison(): Promise<number> {
  const compared = await compareWithReality()
  for (const { text, pretended, real } of compared) {
    const isSame = [...pretended].sort().join() === [...real].sort().join()
    console.info(`${isSame ? 'same ' : 'OTHER'}  ${shown(text)}`)
    console.info(`       ${real.join('; ')}${isSame ? '' : `\n       pretended: ${pretended.join('; ')}`}`)
  }
  return 0
}
