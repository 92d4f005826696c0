import { z } from 'zod'

/** Seconds since 1970 by the stand-in's clock. */
export const time = z.int()

/** Cents; below zero for what is owed to the customer. */
export const cents = z.int()

export const metadataRecord = z.record(z.string(), z.string())
export type Metadata = z.infer<typeof metadataRecord>
