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
import { readThread } from '#app/features/threads/read-thread.ts'
import { nameRevision } from '#app/features/threads/revisions/name-revision.ts'
import { restoreRevision } from '#app/features/threads/revisions/restore-revision.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchemaOf } from '#app/ui/forms/done-schema.ts'
import { HistoryPage } from './HistoryPage.tsx'
import { readHistory } from './history.server.ts'
import { doneSentences, historyViews } from './history-props.ts'

/** As PostgreSQL's integers go, one below their end. */
const versionSchema = z.coerce.number().int().nonnegative().max(2_147_483_646)

const querySchema = z.object({
  version: versionSchema.optional().catch(undefined),
  before: versionSchema.optional().catch(undefined),
  view: z.enum(historyViews).catch('changes'),
  done: doneSchemaOf(doneSentences),
})

const wishSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('restore'), version: versionSchema, revision: versionSchema }),
  z.object({
    intent: z.literal('name'),
    revision: versionSchema,
    name: z.string(),
    before: versionSchema.optional(),
  }),
])

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `History of “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const search = Object.fromEntries(new URL(request.url).searchParams)
  const { done, ...asked } = querySchema.parse({ done: null, ...search })
  const { title } = await readThread(context.database.prisma, owner, threadId).catch(throwAsResponse)
  const history = await readHistory(context.database, owner, { threadId, ...asked }).catch(throwAsResponse)
  return data(
    {
      threadId,
      title,
      ...history,
      before: asked.before ?? null,
      isChosen: asked.version !== undefined,
      done,
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const { prisma } = context.database
  const form = await readForm(request)
  try {
    await context.limits.take('save', { owner, ip: context.ip })
    const wish = wishSchema.parse(Object.fromEntries(form))
    if (wish.intent === 'name') {
      await nameRevision(prisma, owner, { threadId, version: wish.revision }, wish.name)
      return redirect(
        paths.history(threadId, { version: wish.revision, before: wish.before ?? null, done: 'named' }),
      )
    }
    const at = { threadId, version: wish.version }
    const { version } = await restoreRevision(prisma, owner, at, wish.revision)
    return redirect(
      version === wish.version
        ? paths.history(threadId, { version: wish.revision, done: 'same' })
        : paths.history(threadId, { version, done: 'restored' }),
    )
  } catch (error) {
    return refuseForm(error, form, { keep: ['name'], whichWish: 'Choose what to do with this version.' })
  }
}

export default function HistoryRoute() {
  return <HistoryPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
