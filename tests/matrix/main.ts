import { faultsOfTable, type Line, runMatrix } from './matrix.ts'
import { builtRoutes } from './routes.ts'
import { openWorld, roles } from './world.ts'

/** `npm run -s matrix`: every loader and action as every role, a line each; ends with status 1 where one is wrong. */
const faults = faultsOfTable(await builtRoutes())
const world = await openWorld()
const lines = await runMatrix(world).finally(world.close)
const width = (of: (line: Line) => string) => Math.max(...lines.map((line) => of(line).length))
const [whatWidth, pathWidth] = [width(({ what }) => what), width(({ path }) => path)]
console.info(`${'method, form'.padEnd(whatWidth)}  ${'route'.padEnd(pathWidth)}  ${roles.join('  ')}`)
for (const { what, path, got, faults: wrong } of lines) {
  const cells = roles.map((role) => String(got[role]).padEnd(role.length)).join('  ')
  console.info(
    `${what.padEnd(whatWidth)}  ${path.padEnd(pathWidth)}  ${cells}${wrong.map((each) => `  FAIL: ${each}`).join('')}`,
  )
  faults.push(...wrong.map((each) => `${what} ${path}: ${each}`))
}
console.info(faults.length === 0 ? `${lines.length} lines, as they should be` : `\n${faults.join('\n')}`)
process.exit(faults.length === 0 ? 0 : 1)
