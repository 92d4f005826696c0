import { z } from 'zod'
import { recordPosted, skipPart, undoPart } from '#app/features/publishing/by-hand/settle-part.ts'
import { startPosting } from '#app/features/publishing/by-hand/start-posting.ts'
import { statusAddressSchema } from '#app/features/publishing/by-hand/status-address.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Owner } from '#app/platform/owner.ts'

const place = { publicationId: z.uuid(), position: z.coerce.number().int().positive() }

const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start') }),
  z.object({ intent: z.literal('start-over') }),
  z.object({ intent: z.literal('posted'), ...place, address: statusAddressSchema }),
  z.object({ intent: z.literal('skip'), ...place }),
  z.object({ intent: z.literal('undo'), ...place }),
])

/** Does what a form of the page wishes. Throws what the verbs throw. */
export async function takeStep(db: Db, owner: Owner, threadId: string, form: FormData): Promise<void> {
  const wish = wishSchema.parse(Object.fromEntries(form))
  switch (wish.intent) {
    case 'start':
      return startPosting(db, owner, { threadId, anew: false })
    case 'start-over':
      return startPosting(db, owner, { threadId, anew: true })
    case 'posted':
      return recordPosted(db, owner, { threadId, ...wish }, wish.address)
    case 'skip':
      return skipPart(db, owner, { threadId, ...wish })
    case 'undo':
      return undoPart(db, owner, { threadId, ...wish })
  }
}
