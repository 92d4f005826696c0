import { z } from 'zod'
import { mostTweets } from '#app/features/threads/document/document-limits.ts'
import { fixVariant } from '#app/features/threads/variants/lint-variant.ts'
import type { VariantPlace } from '#app/features/threads/variants/read-variant.ts'
import { mastodonLimitSchema, setMastodonLimit } from '#app/features/threads/variants/set-mastodon-limit.ts'
import { mostTexts, writtenTextSchema } from '#app/features/threads/variants/variant.ts'
import {
  followThread,
  keepOwn,
  putVariantBack,
  sayOtherwise,
} from '#app/features/threads/variants/variant-deeds.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { Done } from './variant-props.ts'

/** As PostgreSQL's integers go, one below their end. */
const versionSchema = z.coerce.number().int().nonnegative().max(2_147_483_646)
const onPart = { version: versionSchema, tweetId: z.uuid(), madeFrom: writtenTextSchema }

const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('say'), ...onPart }),
  z.object({ intent: z.literal('leave-out'), ...onPart }),
  z.object({ intent: z.literal('keep'), ...onPart }),
  z.object({ intent: z.literal('follow'), version: versionSchema, tweetId: z.uuid() }),
  z.object({
    intent: z.literal('fix'),
    version: versionSchema,
    threadVersion: versionSchema,
    finding: z.string().max(200),
  }),
  z.object({ intent: z.literal('limit'), limit: mastodonLimitSchema }),
  z.object({ intent: z.literal('put-back'), version: versionSchema, older: versionSchema }),
])

const textsSchema = z.array(writtenTextSchema).max(mostTexts * mostTweets)

/** The names of a form's texts, in their order. */
export const textNames = (form: FormData) => [...form.keys()].filter((name) => /^text-\d+$/.test(name))

/** Does what a form of the page wishes. Throws what the deeds throw. */
export async function takeWish(db: Db, owner: Owner, place: VariantPlace, form: FormData): Promise<Done> {
  const wish = wishSchema.parse(Object.fromEntries(form))
  if (wish.intent === 'limit') {
    await setMastodonLimit(db, owner, { ...place, limit: wish.limit })
    return 'limit'
  }
  const at = { ...place, version: wish.version }
  switch (wish.intent) {
    case 'say': {
      const texts = textsSchema.parse(textNames(form).map((name) => form.get(name)))
      await sayOtherwise(db, owner, at, { ...wish, texts })
      return 'saved'
    }
    case 'leave-out':
      await sayOtherwise(db, owner, at, { ...wish, texts: [] })
      return 'saved'
    case 'keep':
      await keepOwn(db, owner, at, wish)
      return 'kept'
    case 'follow':
      await followThread(db, owner, at, wish.tweetId)
      return 'followed'
    case 'fix':
      await fixVariant(db, owner, { ...at, threadVersion: wish.threadVersion }, wish.finding)
      return 'fixed'
    case 'put-back':
      await putVariantBack(db, owner, at, wish.older)
      return 'back'
  }
}
