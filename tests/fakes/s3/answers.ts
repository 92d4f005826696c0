/** An object as the fake keeps it. */
export type StoredObject = { bytes: Buffer; contentType: string; modified: Date }

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`

/** S3's shape of an error. It repeats the key id in some of them, as S3 does. */
export const errorXml = (code: string, message: string, keyId: string) =>
  xml(
    `<Error><Code>${code}</Code><Message>${escaped(message)}</Message><AWSAccessKeyId>${escaped(keyId)}</AWSAccessKeyId><RequestId>FAKE0000</RequestId></Error>`,
  )

const tokenOf = (key: string) => Buffer.from(`after=${key}+/`).toString('base64')
const keyOfToken = (token: string) => /^after=(.*)\+\/$/.exec(Buffer.from(token, 'base64').toString())?.[1]

/**
 * A page of ListObjectsV2: objects in the order of their keys' bytes, what comes after `token`, at most `pageSize`. A
 * token is base64 with all its signs, so that a client which encodes it wrongly is found out.
 */
export function listXml(
  bucket: string,
  objects: Map<string, StoredObject>,
  { prefix, token, pageSize }: { prefix: string; token: string | null; pageSize: number },
): string {
  const after = token === null ? '' : (keyOfToken(token) ?? '')
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const page = keys.slice(0, pageSize)
  const isTruncated = keys.length > page.length
  const contents = page.map((key) => {
    const object = objects.get(key)
    return `<Contents><Key>${escaped(key)}</Key><LastModified>${object?.modified.toISOString()}</LastModified><ETag>&quot;0&quot;</ETag><Size>${object?.bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  })
  const next = isTruncated
    ? `<NextContinuationToken>${tokenOf(page.at(-1) ?? '')}</NextContinuationToken>`
    : ''
  return xml(
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><Prefix>${escaped(prefix)}</Prefix><Delimiter/>${next}<KeyCount>${page.length}</KeyCount><MaxKeys>${pageSize}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>${contents.join('')}</ListBucketResult>`,
  )
}
