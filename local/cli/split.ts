import { splitText } from '#app/features/counting/split.ts'
import { networkOf, parse } from './arguments.ts'
import { print, readStandardInput } from './standard-input.ts'

/** Prints the parts of a text as a JSON array. */
export async function split(args: string[]): Promise<void> {
  const { values } = parse(args, { network: { type: 'string' }, number: { type: 'boolean' } })
  const network = networkOf(values.network)
  // A byte order mark is no part of the text; everything else is.
  const text = new TextDecoder().decode(await readStandardInput())
  await print(`${JSON.stringify(splitText(text, network, { number: values.number ?? false }))}\n`)
}
