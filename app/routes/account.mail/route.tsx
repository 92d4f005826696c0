import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { digestSettingSchema } from '#app/features/digests/digest-setting.ts'
import { gatherDigest } from '#app/features/digests/gather-digest.ts'
import { keepSetting, readSetting } from '#app/features/digests/keep-setting.ts'
import { toldUntil } from '#app/features/digests/send-digest.ts'
import { keepWishes, readWishes } from '#app/features/mail/wishes/keep-wishes.ts'
import { tickedWishes } from '#app/features/mail/wishes/ticked-wishes.ts'
import { paths } from '#app/paths.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { MailPage } from './MailPage.tsx'
import { momentIn } from './moment-in.ts'

export const meta: MetaFunction = () => [
  { title: 'Your mail · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const { prisma, pool } = context.database
  const { nextAt, toldAt, isChosen, ...setting } = await readSetting(prisma, userId)
  const until = new Date()
  const rhythm = setting.rhythm === 'off' ? 'weekly' : setting.rhythm
  const digest = await gatherDigest(pool, { userId, from: toldUntil(toldAt, rhythm, until), until })
  return ownPage(viewer, {
    setting,
    isChosen,
    next: nextAt && momentIn(setting.zone, nextAt),
    zones: [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), setting.zone])],
    digest,
    wishes: await readWishes(prisma, userId),
    hasMail: reachesPeople(context.env),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

const wishSchema = z.object({ intent: z.enum(['keep', 'wishes']) })

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const form = await readForm(request)
  try {
    const { intent } = wishSchema.parse(Object.fromEntries(form))
    if (intent === 'wishes') await keepWishes(context.database.prisma, userId, tickedWishes(form))
    else {
      const setting = digestSettingSchema.parse(Object.fromEntries(form))
      await keepSetting(context.database.prisma, { userId, setting })
    }
    return redirect(paths.mail({ done: 'kept' }))
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['rhythm', 'hour', 'weekday', 'zone'],
      whichWish: 'Choose which mail is to come.',
    })
  }
}

export default function MailRoute() {
  return <MailPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
