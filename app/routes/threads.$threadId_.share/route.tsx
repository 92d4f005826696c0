import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { createContentFilter } from '#app/features/content-filter/content-filter.ts'
import { readShare } from '#app/features/sharing/read-share.ts'
import { shareThread, shareWishSchema } from '#app/features/sharing/share-thread.ts'
import { unshareThread } from '#app/features/sharing/unshare-thread.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { SharePage } from './SharePage.tsx'

const wishSchema = z.discriminatedUnion('intent', [
  shareWishSchema.extend({ intent: z.literal('share') }),
  z.object({ intent: z.literal('unshare') }),
])

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Public page of “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { env, sealer } = context
  const { prisma } = context.database
  const thread = await readWrittenThread(prisma, viewer.owner, threadIdOf(params)).catch(throwAsResponse)
  const share = await readShare(prisma, sealer, viewer.owner, thread.id)
  return ownPage(viewer, {
    threadId: thread.id,
    title: thread.title,
    namesSource: thread.source.url !== null,
    share: share && {
      link: share.token && env.appUrl + paths.shared(share.token),
      createdAt: share.createdAt.toISOString(),
      showVerdicts: share.showVerdicts,
      isIndexed: share.isIndexed,
    },
    isLocal: env.mode === 'local',
    mayBeKept: env.trustedProxies > 0,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const { database, sealer, env, logger, ip } = context
  const { prisma } = database
  const form = await readForm(request)
  const origin = originOf(request, ip)
  const before = await readWrittenThread(prisma, owner, threadId)
    .then(() => readShare(prisma, sealer, owner, threadId))
    .catch(throwAsResponse)
  const isOn = (name: string) => form.get(name) === 'on'
  try {
    const wish = wishSchema.parse({
      intent: form.get('intent'),
      showVerdicts: isOn('showVerdicts'),
      isIndexed: isOn('isIndexed'),
    })
    const done = (what: string) => redirect(`${paths.share(threadId)}?${new URLSearchParams({ done: what })}`)
    if (wish.intent === 'unshare') {
      await unshareThread(prisma, owner, { threadId, origin })
      return done('taken')
    }
    await context.limits.take('share', { owner })
    const { showVerdicts, isIndexed } = wish
    await shareThread(
      {
        prisma,
        sealer,
        contentFilter: createContentFilter(env, logger),
        visitorsMayShare: env.mode !== 'production',
      },
      owner,
      { threadId, wish: { showVerdicts, isIndexed }, origin },
    )
    return done(before ? 'saved' : 'made')
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['showVerdicts', 'isIndexed'],
      whichWish: 'Choose what to do with the public page.',
    })
  }
}

export default function ShareRoute() {
  return <SharePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
