import { z } from 'zod'
import { cents, metadataRecord, time } from './values.ts'

const addressRecord = z.object({
  city: z.string().nullable(),
  country: z.string().nullable(),
  line1: z.string().nullable(),
  line2: z.string().nullable(),
  postal_code: z.string().nullable(),
  state: z.string().nullable(),
})

export const customerRecord = z.object({
  id: z.string(),
  created: time,
  email: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  description: z.string().nullable(),
  metadata: metadataRecord,
  address: addressRecord.nullable(),
  locales: z.array(z.string()),
  currency: z.string().nullable(),
  /** Below zero it pays later invoices, above zero it is added to them. */
  balance: cents,
  /** The card that pays where a subscription names none. */
  card: z.string().nullable(),
  invoices: z.int(),
  deleted: z.boolean(),
})
export type CustomerRecord = z.infer<typeof customerRecord>

export const cardRecord = z.object({
  id: z.string(),
  created: time,
  customer: z.string().nullable(),
  /** Pays always, never, or only while its owner looks on and not at a renewal. */
  conduct: z.enum(['pays', 'declined', 'fails-later']),
  last4: z.string(),
})
export type CardRecord = z.infer<typeof cardRecord>
