import { storageRefuses } from './failures.ts'
import { errorCodeOf, errorOfAnswer, listOfAnswer } from './s3-answers.ts'
import { createS3Sender, type S3Answer, type S3Options, type S3Settings } from './s3-request.ts'
import { storageKeySchema } from './storage-key.ts'
import type { Store } from './store.ts'

/** A page has 1,000 files at most, each with a key of 1,024 bytes at most and as much again around it. */
const mostOfPage = 4 * 1024 * 1024

/**
 * Files as objects of one bucket, of any service that speaks S3. Besides getting, putting and deleting objects the key
 * has to allow listing the bucket: without that S3 answers 403 rather than 404 for what isn't there.
 */
export function createS3Store(settings: S3Settings, maxBytes: number, options: S3Options): Store {
  const send = createS3Sender(settings, options)

  async function* pages(prefix: string) {
    let next: string | null = null
    do {
      const query = { 'list-type': '2', prefix, ...(next !== null && { 'continuation-token': next }) }
      const answer: S3Answer = await send({ method: 'GET', query, maxBytes: mostOfPage })
      assertGood(answer)
      const page = listOfAnswer(answer)
      // A page that leads to itself would never end.
      if (!page || (page.next !== null && page.next === next))
        throw storageRefuses(new Error('S3 answered with a list that can’t be read'))
      yield page.files
      next = page.next
    } while (next !== null)
  }

  return {
    async put(key, bytes, contentType) {
      assertGood(await send({ method: 'PUT', key, body: bytes, contentType }))
    },

    async get(key) {
      const answer = await send({ method: 'GET', key, maxBytes })
      if (isMissing(answer)) return null
      assertGood(answer)
      return answer.bytes
    },

    async delete(key) {
      const answer = await send({ method: 'DELETE', key })
      if (!isMissing(answer)) assertGood(answer)
    },

    async listOlderThan(prefix, before, most) {
      const keys: string[] = []
      if (most <= 0) return keys
      for await (const files of pages(prefix)) {
        const old = files.filter(
          ({ key, modified }) => modified < before && storageKeySchema.safeParse(key).success,
        )
        keys.push(...old.map(({ key }) => key).slice(0, most - keys.length))
        if (keys.length >= most) break
      }
      return keys
    },
  }
}

/** No such file. Any other 404 means that the settings are wrong: no such bucket, or no S3 at that address. */
const isMissing = (answer: S3Answer) => answer.status === 404 && errorCodeOf(answer) === 'NoSuchKey'

function assertGood(answer: S3Answer): void {
  if (answer.status < 200 || answer.status >= 300) throw storageRefuses(errorOfAnswer(answer))
}
