import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { digestSettingSchema } from '#app/features/digests/digest-setting.ts'
import { gatherDigest } from '#app/features/digests/gather-digest.ts'
import { keepSetting, readSetting } from '#app/features/digests/keep-setting.ts'
import { toldUntil } from '#app/features/digests/send-digest.ts'
import { paths } from '#app/paths.ts'
import { reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { DigestPage } from './DigestPage.tsx'
import { doneSchema } from './done.ts'
import { momentIn } from './moment-in.ts'

export const meta: MetaFunction = () => [
  { title: 'Your digest · Threadr' },
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
    hasMail: reachesPeople(context.env),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const form = await readForm(request)
  try {
    const setting = digestSettingSchema.parse(Object.fromEntries(form))
    await keepSetting(context.database.prisma, { userId, setting })
    return redirect(paths.digest({ done: 'kept' }))
  } catch (error) {
    return refuseForm(error, form, { keep: ['rhythm', 'hour', 'weekday', 'zone'] })
  }
}

export default function DigestRoute() {
  return <DigestPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
