import { z } from 'zod'
import type { Metadata } from '../records/values.ts'
import { invalid } from '../stripe-fault.ts'
import type { Parameters } from './form.ts'

export const flag = z
  .enum(['true', 'false'], 'has to be true or false')
  .transform((value) => value === 'true')
export const whole = z
  .string()
  .regex(/^-?\d{1,15}$/, 'is not an integer')
  .transform(Number)
export const text = z.string().min(1, 'can’t be empty').max(5000, 'is over 5000 characters long')
/** Empty where what is there is to be taken away. */
export const clearable = z
  .string()
  .max(5000)
  .transform((value) => (value === '' ? null : value))
export const address = z.url({ protocol: /^https?$/, error: 'Not a valid URL' })
export const metadata = z.union(
  [
    z.literal(''),
    z
      .record(z.string().min(1).max(40), z.string().max(500))
      .refine((given) => Object.keys(given).length <= 50),
  ],
  'holds up to 50 keys of 40 characters with texts of 500',
)
/** Accepted, and of no consequence here. */
export const ignored = z.unknown().optional()
/** Names of what Stripe takes and the stand-in has no use for. */
export const ignoring = <const Names extends readonly string[]>(names: Names) =>
  Object.fromEntries(names.map((name) => [name, ignored]))
export const expand = z.array(z.string().max(200)).optional()

/** Metadata with what is given laid over it: an empty text takes a key away, and nothing at all takes all. */
export function mergedMetadata(old: Metadata, given: Metadata | '' | undefined): Metadata {
  if (given === undefined) return old
  if (given === '') return {}
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== ''))
}

/** What a request asks, by its schema. Throws Stripe's 400 that names the first parameter that is wrong. */
export function parse<Schema extends z.ZodType>(schema: Schema, given: Parameters): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (!issue) throw invalid('Invalid request.')
  if (issue.code === 'unrecognized_keys') {
    const name = parameterName([...issue.path, issue.keys[0] ?? ''])
    throw invalid(`Received unknown parameter: ${name}`, name, 'parameter_unknown')
  }
  const name = parameterName(issue.path)
  if (valueAt(given, issue.path) === undefined)
    throw invalid(`Missing required param: ${name}.`, name, 'parameter_missing')
  throw invalid(`Invalid ${name}: ${issue.message}`, name)
}

/** Refuses whatever a request asks that takes no parameters of its own. */
export const takeNone = (given: Parameters) => void parse(z.strictObject({ expand }), given)

const parameterName = ([first = '', ...rest]: PropertyKey[]) =>
  `${String(first)}${rest.map((part) => `[${String(part)}]`).join('')}`

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  let value = given
  for (const part of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  return value
}
