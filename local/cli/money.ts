import { countMoneyDifferences, makeMoneyAnew } from '#app/features/billing/hold-money.ts'
import { badInput, parse } from './arguments.ts'
import { print } from './standard-input.ts'
import { openWorkshop } from './workshop.ts'

/** Holds the sums that the page of the money reads against the books; with --rebuild, makes them anew. Ends with 1 where they differ. */
export async function moneyCommand(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, { rebuild: { type: 'boolean' } })
  if (positionals.length > 0) throw badInput(`money takes no “${positionals[0]}”.`)
  const workshop = await openWorkshop(new AbortController().signal)
  try {
    const { prisma } = workshop.database
    const before = await countMoneyDifferences(prisma)
    if (values.rebuild === true) {
      await makeMoneyAnew(prisma)
      await print(`The sums were made anew of the books. Of those before, ${before} were wrong.\n`)
      return
    }
    await print(
      before === 0
        ? 'The sums are what the books come to.\n'
        : `${before} sums are not what the books come to: make them anew with --rebuild.\n`,
    )
    if (before > 0) process.exitCode = 1
  } finally {
    await workshop.close()
  }
}
