import { z } from 'zod'

// One slash and then neither a slash nor a backslash: browsers take "//host" and "/\host" for another site.
const ownPathSchema = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\s\\]*$/)

/** A path of this site to go to next, as somebody gave it; the fallback for anything that may lead elsewhere. */
export function ownPath(value: unknown, fallback: string): string {
  const path = ownPathSchema.safeParse(value)
  return path.success ? path.data : fallback
}
