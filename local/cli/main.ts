import { enableCompileCache } from 'node:module'
import { AppError } from '#app/platform/errors.ts'
import { LocalFault } from '../fault.ts'
import { compileCache } from '../run-child.ts'

const usage = `Usage: npm run -s threadr -- COMMAND
  make SOURCE [--json] [--writer builtin|openai] [--max-tweets N] [--network x]
                                    write a thread; SOURCE is a URL, a path or - for standard input
  extract SOURCE [--json]           what Threadr reads of a source
  check --source FILE --thread FILE.json [--json]
                                    what in a source backs each tweet of a JSON array of strings
  count [--network x]               the length of each JSON string, one a line on standard input
  split [--network x] [--number]    the text on standard input in parts that fit, as a JSON array
  admin EMAIL                       make who has signed up with this address an admin
  reseal [--dry-run]                seal every secret at rest under the first of ENCRYPTION_KEY
  money [--rebuild]                 hold the sums that are kept of the books against these, or make them anew
  rotate-signing-key [--end-others] sign the API's access tokens with a new key from now on`

/** Each loads only what it needs: counting shall not wait for a database client. */
const commands: Record<string, (() => Promise<(args: string[]) => Promise<void>>) | undefined> = {
  make: async () => (await import('./make.ts')).make,
  extract: async () => (await import('./extract.ts')).extract,
  check: async () => (await import('./check.ts')).check,
  count: async () => (await import('./count.ts')).count,
  split: async () => (await import('./split.ts')).split,
  admin: async () => (await import('./admin.ts')).admin,
  reseal: async () => (await import('./reseal.ts')).reseal,
  money: async () => (await import('./money.ts')).moneyCommand,
  'rotate-signing-key': async () => (await import('./rotate-signing-key.ts')).rotateSigningKeyCommand,
}

/** Bad input: 2. What went wrong on our side or may pass: 1. */
function exitCodeOf(error: unknown): number {
  if (error instanceof LocalFault) return error.exitCode
  if (error instanceof AppError) return error.retryable || error.status >= 500 ? 1 : 2
  return 1
}

enableCompileCache(compileCache)
const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  const help = ['', 'help', '--help', '-h'].includes(name)
  console.error(help ? usage : `There is no command “${name}”.\n${usage}`)
  process.exit(name !== '' && help ? 0 : 2)
}
try {
  const run = await command()
  await run(args)
  // With what the command set, where it ended as it should and yet there is something to be done.
  process.exit()
} catch (error) {
  const known = error instanceof LocalFault || error instanceof AppError
  console.error(known ? error.message : error)
  process.exit(exitCodeOf(error))
}
