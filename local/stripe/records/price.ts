import { z } from 'zod'
import type { StandInPrice } from '../prices.ts'
import { cents } from './values.ts'

export const priceRecord = z.object({
  id: z.string(),
  product: z.string(),
  unitAmount: cents,
  currency: z.string(),
  interval: z.enum(['month', 'year']),
  trialDays: z.int().optional(),
  isRetired: z.boolean().optional(),
}) satisfies z.ZodType<StandInPrice>
