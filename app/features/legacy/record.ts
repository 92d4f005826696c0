import { z } from 'zod'
import { cleanCharacters, collapseWhiteSpace } from '#app/features/sources/clean-characters.ts'

/** What the earlier Threadr kept, in the order in which it is taken over: people first, whom the others name. */
export const families = ['user_sessions', 'premium_access', 'thread_cache', 'email_captures'] as const
export type Family = (typeof families)[number]

/** What the name of a key holds after its family; null for a key of another program's. */
export function nameInKey(family: Family, key: string): string | null {
  const name = key.startsWith(`${family}:`) ? key.slice(family.length + 1).trim() : ''
  return name === '' || name.length > 500 ? null : name
}

/** What a key held, made of a JSON string, a plain string or a hash. */
export type LegacyValue = {
  /** As it could be understood: an object, an array, or a plain value. */
  content: unknown
  /** When Redis would have thrown it away; null for never. */
  expiresAt: Date | null
}

/** Where a record may hold more of itself. */
const nested = ['user', 'profile', 'data', 'session', 'meta', 'metadata']
const recordSchema = z.record(z.string(), z.unknown())

/** The first of several names that a record, or what it holds, has a fitting value for. */
export function field<T>(
  content: unknown,
  names: readonly string[],
  schema: z.ZodType<T>,
  depth = 0,
): T | undefined {
  const record = recordSchema.safeParse(content).data
  if (!record) return undefined
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? schema.safeParse(record[name]).data : undefined
    if (value !== undefined) return value
  }
  if (depth >= 2) return undefined
  for (const name of nested) {
    const found = Object.hasOwn(record, name) ? field(record[name], names, schema, depth + 1) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** A line of text, without what PostgreSQL doesn't take and nobody sees. */
export const lineSchema = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => collapseWhiteSpace(cleanCharacters(text)).slice(0, 500))
  .pipe(z.string().min(1))

/** A text of several lines. */
export const textSchema = z.string().transform(cleanCharacters).pipe(z.string().trim().min(1))

const truths = new Map<unknown, boolean>([
  ...[true, 1, '1', 'true', 'yes', 'active'].map((value) => [value, true] as const),
  ...[false, 0, '0', 'false', 'no', 'inactive', 'expired', 'cancelled', 'canceled'].map(
    (value) => [value, false] as const,
  ),
])
export const truthSchema = z.unknown().transform((value, context) => {
  const truth = truths.get(typeof value === 'string' ? value.trim().toLowerCase() : value)
  if (truth !== undefined) return truth
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** Years that a record of the earlier Threadr can speak of. */
const [earliest, latest] = [Date.UTC(2000, 0), Date.UTC(2100, 0)]

/** A time as ISO 8601 or as seconds or milliseconds since 1970. */
export const timeSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const number =
    typeof value === 'number' || /^\d{9,13}(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN
  const ms = Number.isNaN(number) ? Date.parse(String(value)) : number < 1e11 ? number * 1000 : number
  if (ms >= earliest && ms <= latest) return new Date(ms)
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** What a record is left out for, as the report counts it. */
export class Skipped extends Error {
  override name = 'Skipped'
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}
