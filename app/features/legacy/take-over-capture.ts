import { emailSchema } from '#app/features/accounts/email.ts'
import { tieCaptureWithin } from '#app/features/captures/tie-capture.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { emailIn } from './people.ts'
import { field, type LegacyValue, lineSchema, Skipped, timeSchema, truthSchema } from './record.ts'

const confirmedNames = [
  'confirmed',
  'is_confirmed',
  'verified',
  'is_verified',
  'double_opt_in',
  'opted_in_confirmed',
]
const newsNames = [
  'newsletter',
  'marketing',
  'marketing_consent',
  'wants_news',
  'subscribed',
  'consent',
  'opt_in',
]

/**
 * Takes over an address that somebody left. It counts as confirmed only where the earlier Threadr wrote down that it was;
 * else nothing is ever written to it, until its owner leaves it here and confirms it. No letters are written to any. Throws Skipped.
 */
export async function takeOverCapture(
  tx: Tx,
  name: string,
  { content }: LegacyValue,
  { now }: { now: Date },
): Promise<void> {
  const email = emailSchema.safeParse(name).data ?? emailIn(content)
  if (email === undefined) throw new Skipped('bad-address')
  const confirmedTime = field(content, ['confirmed_at', 'confirmedAt', 'verified_at'], timeSchema)
  const isConfirmed = field(content, confirmedNames, truthSchema) ?? confirmedTime !== undefined
  const wished = field(content, newsNames, truthSchema) ?? false
  const left = field(content, ['created_at', 'createdAt', 'captured_at', 'timestamp', 'date'], timeSchema)
  const source = field(content, ['source', 'origin', 'page', 'campaign'], lineSchema)
  const consentAt = left && left < now ? left : now
  const { count } = await tx.capture.createMany({
    data: [
      {
        email,
        consent: consentNote({ isConfirmed, wished, source, isDated: left !== undefined }),
        consentVersion: 0,
        consentAt,
        confirmedAt: isConfirmed ? (confirmedTime ?? consentAt) : null,
        takenOverAt: now,
        wantsNews: isConfirmed && wished,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) throw new Skipped('is-here-already')
  const person = await tx.user.findUnique({ where: { email }, select: { id: true } })
  if (person) await tieCaptureWithin(tx, { userId: person.id, email })
}

type Noted = { isConfirmed: boolean; wished: boolean; source: string | undefined; isDated: boolean }

/** What is known of what they agreed to, since the words themselves are not. */
const consentNote = ({ isConfirmed, wished, source, isDated }: Noted) =>
  [
    'Imported from the earlier Threadr, which kept no words of it.',
    isConfirmed ? 'It noted the address as confirmed.' : 'It noted no confirmation.',
    wished ? 'It noted a wish for the newsletter.' : 'It noted no wish for the newsletter.',
    ...(isDated ? [] : ['It noted no date: this is the day of the import.']),
    ...(source ? [`It noted where: ${source.slice(0, 100)}.`] : []),
  ].join(' ')
