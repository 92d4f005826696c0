import { z } from 'zod'

/** Lower case only, since some disks don't tell `A` from `a`; a lone dot would vanish from an address. */
export const storageKeySchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-.]+)*$/)
  .refine((key) => !key.includes('..') && !key.split('/').includes('.'))

/** A folder of keys, with or without the slash that it ends in here. */
export const storagePrefixSchema = z
  .string()
  .transform((prefix) => prefix.replace(/\/$/, ''))
  .pipe(storageKeySchema)
  .transform((prefix) => `${prefix}/`)

/** What isn't said, or is no content type, is plain bytes: it may come from a browser and must not keep a file out. */
export const contentTypeSchema = z
  .string()
  .max(200)
  .regex(/^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/)
  .catch('application/octet-stream')
