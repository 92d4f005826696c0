import { faultsOfTable, type Line, runMatrix } from './matrix.ts'
import { roles } from './roles.ts'
import { builtRoutes } from './routes.ts'
import { openWorld } from './world.ts'

/** `npm run -s matrix`: every loader and action as every role, a line each; ends with status 1 where one is wrong. */
const faults = faultsOfTable(await builtRoutes())
const world = await openWorld()
const lines = await runMatrix(world).finally(world.close)
const width = (of: (line: Line) => string) => Math.max(...lines.map((line) => of(line).length))
const pathOf = ({ path, whose }: Line) => (whose ? `${path} of ${whose}` : path)
const [whatWidth, pathWidth] = [width(({ what }) => what), width(pathOf)]
const cellOf = (cell: unknown, role: string) => String(cell).padEnd(Math.max(role.length, 'sign-in'.length))
const head = roles.map((role) => cellOf(role, role)).join('  ')
console.info(`${'method, form'.padEnd(whatWidth)}  ${'route'.padEnd(pathWidth)}  ${head}`)
for (const line of lines) {
  const { what, got, faults: wrong } = line
  const cells = roles.map((role) => cellOf(got[role], role)).join('  ')
  console.info(
    `${what.padEnd(whatWidth)}  ${pathOf(line).padEnd(pathWidth)}  ${cells}${wrong.map((each) => `  FAIL: ${each}`).join('')}`,
  )
  faults.push(...wrong.map((each) => `${what} ${pathOf(line)}: ${each}`))
}
console.info(faults.length === 0 ? `${lines.length} lines, as they should be` : `\n${faults.join('\n')}`)
process.exit(faults.length === 0 ? 0 : 1)
