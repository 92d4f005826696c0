import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCapture } from '#app/features/captures/capture-record.ts'
import { readSetting } from '#app/features/digests/keep-setting.ts'
import { readWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { paths } from '#app/paths.ts'
import type { AppContext } from '#app/platform/context.ts'
import { CaptureMail } from './CaptureMail.tsx'
import { doneSchema } from './done.ts'
import { PersonMail } from './PersonMail.tsx'
import { type Asked, askedBy, carryOutWish } from './wish-of-link.server.ts'

export const meta: MetaFunction = () => [
  { title: 'Your mail · Threadr' },
  { name: 'robots', content: 'noindex' },
]

const headers = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' }

/** Shows what there is to choose and changes nothing: mail programs follow links before anybody reads them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const done = doneSchema.parse(new URL(request.url).searchParams.get('done'))
  if (done === 'deleted') return data({ by: '', kind: null, done, of: null }, { headers })
  const asked = await askedBy(request, context)
  return data({ by: asked.by, kind: asked.kind, done, of: await shown(context, asked) }, { headers })
}

async function shown({ database: { prisma } }: AppContext, { addressee }: Asked) {
  if ('captureId' in addressee) {
    const capture = await readCapture(prisma, addressee.captureId)
    return capture && { capture }
  }
  const { userId } = addressee
  const { rhythm } = await readSetting(prisma, userId)
  return { rhythm, wishes: await readWishes(prisma, userId) }
}

/** For whoever has the message, signed in or not; it says what comes, and nothing else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = await askedBy(request, context)
  const done = await carryOutWish(request, context, asked)
  if (done === 'deleted') return redirect(paths.mailByLink({ by: '', done }))
  // A program's one click is answered as it is, since programs may not follow where they are led (RFC 8058, 3.1).
  if (done === 'one-click') return data({ done: 'stopped' as const })
  return redirect(paths.mailByLink({ by: asked.by, kind: asked.kind ?? undefined, done }))
}

export default function MailByLink() {
  const { of, ...shown } = useLoaderData<typeof loader>()
  if (of === null || 'capture' in of) return <CaptureMail {...shown} capture={of?.capture ?? null} />
  return <PersonMail {...shown} {...of} />
}
