import { isIP } from 'node:net'
import { z } from 'zod'
import { optional, webAddress, zeroOrOne } from './env-values.ts'

/** Where files are kept: a folder that web and worker share, or a bucket of anything that speaks S3. */
export type StorageSettings =
  | { kind: 'folder'; folder: string }
  | {
      kind: 's3'
      bucket: string
      region: string
      /** Of the service, without the bucket. */
      endpoint: string
      accessKeyId: string
      secretAccessKey: string
      /** Whether the bucket stands in the path of an address rather than before its host. */
      pathStyle: boolean
    }

const plainAddress = webAddress.refine((value) => {
  const { username, password, search, hash } = new URL(value)
  return username + password + search + hash === ''
}, 'has to be an address without a name, a password, a ? or a #')

export const storageFields = {
  STORAGE_FOLDER: optional(z.string().startsWith('/', 'has to be a whole path, which begins with /')),
  S3_BUCKET: optional(
    z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'has to be 3 to 63 of a to z, 0 to 9, - and .'),
  ),
  S3_REGION: optional(z.string().regex(/^[a-z0-9-]+$/, 'has to be a region such as eu-central-1')),
  S3_ENDPOINT: optional(plainAddress),
  S3_ACCESS_KEY_ID: optional(
    z
      .string()
      .trim()
      .regex(/^[^\s,/]+$/, 'has to be a key id without spaces, commas and slashes'),
  ),
  S3_SECRET_ACCESS_KEY: optional(z.string().trim()),
  S3_FORCE_PATH_STYLE: optional(zeroOrOne),
}

const fieldsSchema = z.object(storageFields)
export const storageVariableNames = Object.keys(storageFields)

/**
 * Picks the storage that the variables describe. Tells `refuse` what stands in the way, by the variable's name, and
 * then returns null. With an endpoint of its own a store is mostly addressed by path and has one region, so neither
 * has to be said there.
 */
export function chooseStorage(
  variables: z.output<typeof fieldsSchema>,
  refuse: (name: string, message: string) => void,
): StorageSettings | null {
  const { STORAGE_FOLDER: folder, ...s3 } = variables
  const given = Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const s3Name = given.find((name) => name.startsWith('S3_'))
  if (folder !== undefined && s3Name) {
    refuse('STORAGE_FOLDER', `is set beside ${s3Name}: files are kept in one place, so unset one of them`)
    return null
  }
  if (folder !== undefined) return { kind: 'folder', folder }
  if (!s3Name) {
    refuse('STORAGE_FOLDER', 'is not set: give a folder for files, or S3_BUCKET and what belongs to it')
    return null
  }
  return chooseBucket(s3, s3Name, refuse)
}

function chooseBucket(
  s3: Omit<z.output<typeof fieldsSchema>, 'STORAGE_FOLDER'>,
  s3Name: string,
  refuse: (name: string, message: string) => void,
): StorageSettings | null {
  const region = s3.S3_REGION ?? (s3.S3_ENDPOINT === undefined ? undefined : 'us-east-1')
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = s3
  const needed = {
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
  for (const [name, value] of Object.entries(needed))
    if (value === undefined) refuse(name, `is not set, and ${s3Name} needs it`)
  if (!bucket || !region || !accessKeyId || !secretAccessKey) return null

  const endpoint = (s3.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`).replace(/\/+$/, '')
  // A bucket with dots before the host fits no certificate of the service.
  const pathStyle = s3.S3_FORCE_PATH_STYLE
    ? s3.S3_FORCE_PATH_STYLE === '1'
    : s3.S3_ENDPOINT !== undefined || bucket.includes('.')
  if (!pathStyle && isIP(new URL(endpoint).hostname.replace(/^\[|\]$/g, '')) !== 0) {
    refuse('S3_FORCE_PATH_STYLE', 'has to be 1 where S3_ENDPOINT is an IP address')
    return null
  }
  return { kind: 's3', bucket, region, endpoint, accessKeyId, secretAccessKey, pathStyle }
}
