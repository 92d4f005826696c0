import { z } from 'zod'

/** An address as accounts are known by: lower case, without what stands around it. 254 characters is the most that mail takes. */
export const emailSchema = z
  .string('Give your email address.')
  .trim()
  .min(1, 'Give your email address.')
  .max(254, 'That is longer than an email address can be.')
  .toLowerCase()
  .pipe(z.email('That is not an email address. It looks like name@example.com.'))
