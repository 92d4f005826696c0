import { type ResealedColumn, resealSecrets } from '#app/features/administration/reseal-secrets.ts'
import { badInput, parse } from './arguments.ts'
import { print } from './standard-input.ts'
import { openWorkshop } from './workshop.ts'

/**
 * Seals every secret at rest under the first of ENCRYPTION_KEY; with --dry-run, tells only what would be. Exit status 1
 * where there is something that no key opens, or that has to be looked at again.
 */
export async function reseal(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, { 'dry-run': { type: 'boolean' } })
  if (positionals.length > 0) throw badInput(`reseal takes no “${positionals[0]}”.`)
  const isTrial = values['dry-run'] === true
  const workshop = await openWorkshop(new AbortController().signal)
  try {
    const sealer = workshop.sealer()
    const { columns, oldCodes } = await resealSecrets(workshop.database, sealer, { isTrial })
    const lines = [
      `The present key is ${sealer.keyId}.`,
      ...columns.flatMap((column) => linesOf(column, isTrial)),
      ...codeLines(oldCodes),
    ]
    await print(`${lines.join('\n')}\n`)
    if (columns.some(({ unopened, changed }) => unopened.length > 0 || changed > 0)) process.exitCode = 1
  } finally {
    await workshop.close()
  }
}

function linesOf({ name, current, resealed, changed, unopened }: ResealedColumn, isTrial: boolean): string[] {
  const done = `${resealed} ${isTrial ? 'would be sealed' : 'sealed'} anew, ${current} under the present key already`
  return [
    `${name}: ${done}, ${unopened.length} that no key opens`,
    ...(changed > 0 ? [`  ${changed} changed meanwhile: run it once more`] : []),
    ...unopened.map((id) => `  no key opens ${id}`),
  ]
}

function codeLines(userIds: string[]): string[] {
  if (userIds.length === 0) return ['recovery codes: none needs an earlier key']
  return [
    `recovery codes: ${userIds.length} people have codes that need an earlier key; without it they need new ones`,
    ...userIds.map((id) => `  ${id}`),
  ]
}
