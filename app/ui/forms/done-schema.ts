import * as z from 'zod/mini'

/** Reads which of some sentences a page's address names as what was done; null for none and for any other. */
export const doneSchemaOf = <Done extends string>(sentences: Record<Done, string>) =>
  z.catch(z.nullable(z.enum(Object.keys(sentences) as [Done, ...Done[]])), null)
