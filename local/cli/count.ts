import { countedLength } from '#app/features/counting/count.ts'
import { badInput, networkOf, parse } from './arguments.ts'
import { print, readStandardInput } from './standard-input.ts'

/** Prints the counted length of each JSON string, one a line. */
export async function count(args: string[]): Promise<void> {
  const { values } = parse(args, { network: { type: 'string' } })
  const network = networkOf(values.network)
  const input = new TextDecoder().decode(await readStandardInput())
  const lines = input.split('\n').map((line) => line.replace(/\r$/, ''))
  if (lines.at(-1) === '') lines.pop()
  const lengths = lines.map((line, index) => countedLength(parseString(line, index + 1), network))
  await print(lengths.map((length) => `${length}\n`).join(''))
}

function parseString(line: string, number: number): string {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'string') return value
  } catch {
    // Told below, together with what is JSON but no string.
  }
  throw badInput(`Line ${number} is not a JSON string: put each text in double quotes, escaped as JSON.`)
}
