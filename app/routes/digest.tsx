import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { personOfLink } from '#app/features/digests/digest-link.ts'
import { type Rhythm, rhythms } from '#app/features/digests/digest-setting.ts'
import { keepRhythm, readSetting } from '#app/features/digests/keep-setting.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

export const meta: MetaFunction = () => [
  { title: 'Your digest · Threadr' },
  { name: 'robots', content: 'noindex' },
]

const wishSchema = z.union([
  // What mail programs send where somebody unsubscribes in them (RFC 8058, 3.1).
  z.object({ 'List-Unsubscribe': z.literal('One-Click') }).transform(() => 'off' as const),
  z.object({ intent: z.enum(rhythms) }).transform(({ intent }) => intent),
])

/** Shows what there is to choose and changes nothing: mail programs follow links before anybody reads them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { by, userId } = await personOf(request, context)
  const { rhythm } = await readSetting(context.database.prisma, userId)
  const done = new URL(request.url).searchParams.has('done')
  return data(
    { by, rhythm, done },
    { headers: { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' } },
  )
}

/** For whoever has the message, signed in or not; it says how often, and nothing else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { by, userId } = await personOf(request, context)
  const wish = wishSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!wish.success) throw new Response('Choose how often the digest is to come.', { status: 400 })
  await keepRhythm(context.database.prisma, { userId, rhythm: wish.data })
  return redirect(paths.stopDigest({ by, done: 'kept' }))
}

async function personOf(
  request: Request,
  { database, sealer }: AppContext,
): Promise<{ by: string; userId: string }> {
  const by = new URL(request.url).searchParams.get('by') ?? ''
  const userId = personOfLink(sealer, by)
  const person =
    userId && (await database.prisma.user.findUnique({ where: { id: userId }, select: { id: true } }))
  if (!person)
    throw new Response(
      'This link doesn’t fit any digest. Take the one of your newest digest, or sign in and choose under Account.',
      { status: 404 },
    )
  return { by, userId: person.id }
}

const saysNow: Record<Rhythm, string> = {
  off: 'You get no digest.',
  daily: 'You get a digest each day on which there is something to say.',
  weekly: 'You get a digest each week in which there is something to say.',
}
const offers = [
  { rhythm: 'weekly', label: 'Once a week' },
  { rhythm: 'daily', label: 'Every day' },
  { rhythm: 'off', label: 'Stop the digest' },
] as const

export default function DigestByLink() {
  const { by, rhythm, done } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title="Your digest"
      lead={done ? undefined : saysNow[rhythm]}
      foot={
        <p>
          The hour and the day are chosen in <TextLink to={paths.digest()}>your account</TextLink>.
        </p>
      }
    >
      {done && (
        <div className="mb-8">
          <Notice role="status" title={saysNow[rhythm]} />
        </div>
      )}
      <div className="space-y-1">
        {offers
          .filter((offer) => offer.rhythm !== rhythm)
          .map((offer) => (
            <ActionForm
              key={offer.rhythm}
              intent={offer.rhythm}
              action={paths.stopDigest({ by })}
              answer={undefined}
              submit={offer.label}
              look={offer.rhythm === 'off' ? 'primary' : 'plain'}
            />
          ))}
      </div>
    </FormPage>
  )
}
