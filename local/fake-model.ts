import { parseArgs } from 'node:util'
import type { Command } from './child-process.ts'
import { LocalFault } from './fault.ts'
import { freePort } from './free-port.ts'

const flag = '--fake-model'
const key = 'sk-fake'

export type FakeModel = {
  /** The process that is to run beside web and worker. */
  command: Command
  /** What points them at it. */
  variables: Record<string, string>
  /** Which way it behaves: a name of the fake's, or "well". */
  behaviour: string
}

/**
 * The fake of a model that `--fake-model` or `--fake-model=slow` asks for; null without it. The fake itself says, when it
 * starts, that it knows no such behaviour. Throws a LocalFault for other arguments.
 */
export async function wantedFakeModel(args: string[]): Promise<FakeModel | null> {
  const name = behaviourIn(args)
  if (name === undefined) return null
  const port = await freePort()
  const asked = name === '' ? [] : ['--behaviour', name]
  return {
    command: {
      name: 'fake model',
      args: ['tests/fakes/openai/main.ts', '--port', String(port), '--key', key, ...asked],
      env: {},
    },
    variables: {
      OPENAI_API_KEY: key,
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPENAI_MODEL: name === '' ? 'fake' : `fake:${name}`,
      OPENAI_MODERATION: '1',
    },
    behaviour: name === '' ? 'well' : name,
  }
}

/** The name given with the flag, '' where it stands alone, undefined where it doesn't stand. */
function behaviourIn(args: string[]): string | undefined {
  try {
    // An option of parseArgs has a value always or never; ours may go without.
    const given = args.map((arg) => (arg === flag ? `${flag}=` : arg))
    const { values } = parseArgs({ args: given, options: { 'fake-model': { type: 'string' } } })
    return values['fake-model']
  } catch {
    throw new LocalFault(`npm run dev takes ${flag} or ${flag}=BEHAVIOUR, not “${args.join(' ')}”.`, 2)
  }
}
