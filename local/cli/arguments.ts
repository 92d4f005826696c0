import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Network, networks } from '#app/features/counting/networks.ts'
import { LocalFault } from '../fault.ts'

/** What was asked can't be done as it was said: exit status 2. */
export const badInput = (message: string) => new LocalFault(message, 2)

/** Parses a command's arguments; an unknown option or one without its value is bad input. */
export function parse<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw badInput(error instanceof Error ? error.message : String(error))
  }
}

export function onlyPositional(positionals: string[], what: string): string {
  const [value] = positionals
  if (value === undefined) throw badInput(`Give ${what}.`)
  if (positionals.length > 1)
    throw badInput(`Give only one ${what.replace(/^an? /, '')}, not ${positionals.length}.`)
  return value
}

export function networkOf(value: string | undefined): Network {
  const network = networks.find((name) => name === (value ?? 'x'))
  if (!network) throw badInput(`There is no network “${value}”: choose one of ${networks.join(', ')}.`)
  return network
}
