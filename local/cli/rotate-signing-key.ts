import { rotateSigningKey } from '#app/features/accounts/api-tokens/signing-keys.server.ts'
import { badInput, parse } from './arguments.ts'
import { print } from './standard-input.ts'
import { openWorkshop } from './workshop.ts'

/** Has the API's access tokens signed by a new key; with --end-others, has those of the earlier keys let nobody in. */
export async function rotateSigningKeyCommand(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, { 'end-others': { type: 'boolean' } })
  if (positionals.length > 0) throw badInput(`rotate-signing-key takes no “${positionals[0]}”.`)
  const endOthers = values['end-others'] === true
  const workshop = await openWorkshop(new AbortController().signal)
  try {
    const { kid, others } = await rotateSigningKey(
      { prisma: workshop.database.prisma, sealer: workshop.sealer() },
      { endOthers },
    )
    const fate = endOthers
      ? `Earlier keys that verify nothing any more: ${others}. Programs get a new token with their refresh token.`
      : `Earlier keys that go on verifying until their time is over: ${others}.`
    await print(`Access tokens are signed with ${kid} from now on. ${fate}\n`)
  } finally {
    await workshop.close()
  }
}
