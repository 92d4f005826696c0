import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { assertOwnSource } from '#app/features/sources/owned-source.ts'
import { requestReread } from '#app/features/sources/request-reread.ts'
import { readSourcePage } from '#app/features/sources/source-page.ts'
import { useSnapshot as makePresent } from '#app/features/sources/use-snapshot.ts'
import { threadsOfSource } from '#app/features/threads/threads-of-source.ts'
import { paths, sourceIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { SourcePage } from './SourcePage.tsx'
import { saveCorrection } from './save-correction.server.ts'
import { shownSource } from './shown-source.server.ts'

const intentSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('correct'), basedOn: z.uuid(), title: z.string(), text: z.string() }),
  z.object({ intent: z.literal('reread') }),
  z.object({ intent: z.literal('use'), snapshotId: z.uuid() }),
])

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `What was read of “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const sourceId = sourceIdOf(params)
  const { prisma } = context.database
  const page = await readSourcePage(prisma, owner, sourceId).catch(throwAsResponse)
  const threads = await threadsOfSource(prisma, owner, sourceId)
  const editing = new URL(request.url).searchParams.has('edit')
  return data(
    { ...shownSource(page), threads, editing },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const sourceId = sourceIdOf(params)
  const { prisma } = context.database
  const wish = intentSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!wish.success) throw new Response('Choose what to do with this source.', { status: 400 })
  await assertOwnSource(prisma, owner, sourceId).catch(throwAsResponse)
  if (wish.data.intent === 'correct') {
    const refused = await saveCorrection(context, { owner, sourceId }, wish.data)
    if (refused) return data({ correction: refused.correction }, { status: refused.status })
  } else if (wish.data.intent === 'reread') {
    await context.limits.take('reread', { owner, ip: context.ip }).catch(throwAsResponse)
    await requestReread(prisma, sourceId).catch(throwAsResponse)
  } else {
    await makePresent(prisma, sourceId, wish.data.snapshotId).catch(throwAsResponse)
  }
  return redirect(paths.source(sourceId))
}

export default function SourceRoute() {
  const shown = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <SourcePage {...shown} correction={sent?.correction} />
}
