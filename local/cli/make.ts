import { type WriterName, writerNames } from '#app/features/generation/writer-names.ts'
import { badInput, networkOf, onlyPositional, parse } from './arguments.ts'
import { readSourceArgument } from './source-argument.ts'

/** Writes a thread and prints it. What was asked is looked at first, before anything heavy is loaded or started. */
export async function make(args: string[]): Promise<void> {
  const { values, positionals } = parse(args, {
    json: { type: 'boolean' },
    writer: { type: 'string' },
    'max-tweets': { type: 'string' },
    network: { type: 'string' },
  })
  const options = {
    json: values.json ?? false,
    network: networkOf(values.network),
    writer: writerOf(values.writer),
    atMost: tweetsAtMost(values['max-tweets']),
  }
  const submission = await readSourceArgument(onlyPositional(positionals, 'a SOURCE'))
  const { makeThread } = await import('./make-thread.ts')
  await makeThread(submission, options)
}

function writerOf(value: string | undefined): WriterName | undefined {
  const writer = writerNames.find((name) => name === value)
  if (value !== undefined && !writer)
    throw badInput(`There is no writer “${value}”: choose ${writerNames.join(' or ')}.`)
  return writer
}

function tweetsAtMost(value: string | undefined): number | null {
  if (value === undefined) return null
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 100) return Number(value)
  throw badInput(`--max-tweets takes a whole number from 1 to 100, not “${value}”.`)
}
