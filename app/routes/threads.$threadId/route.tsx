import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readViewer, watcherOf } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { closedFeatures } from '#app/features/billing/require-feature.server.ts'
import { rules } from '#app/features/counting/networks.ts'
import { cancelGeneration } from '#app/features/generation/cancel-generation.ts'
import { chooseFeedItem } from '#app/features/generation/choose-feed-item.ts'
import { noModel } from '#app/features/generation/choose-writer.ts'
import { continueGeneration } from '#app/features/generation/continue-generation.ts'
import type { KeptPlan } from '#app/features/generation/key-points.ts'
import { readGeneration } from '#app/features/generation/read-generation.ts'
import { readPlan } from '#app/features/generation/read-plan.ts'
import { retryGeneration } from '#app/features/generation/retry-generation.ts'
import { noteWatching } from '#app/features/generation/watch.ts'
import { doubtSentence } from '#app/features/sources/doubt-sentence.ts'
import type { Submitted } from '#app/features/sources/source-record.ts'
import { trashDays } from '#app/features/threads/library/trash.ts'
import { editHints } from '#app/features/threads/lint/edit-hints.ts'
import { lintedThread } from '#app/features/threads/lint/linted-thread.ts'
import { readThread } from '#app/features/threads/read-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { days } from '#app/platform/durations.ts'
import { throwAsResponse, throwToPage } from '#app/platform/error-response.server.ts'
import type { Owner } from '#app/platform/owner.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { answerCandidate, readCandidateForm } from './candidates.server.ts'
import {
  additionSchema,
  answerAddition,
  answerChange,
  type ChangeAnswer,
  changeSchema,
} from './change-tweet.server.ts'
import { isFinal } from './generation-view.ts'
import type { InLibrary } from './LibraryDeeds.tsx'
import { answerLibraryDeed, libraryDeedSchema } from './library-deeds.server.ts'
import { answerPlan, isPlanForm } from './plan-choice.server.ts'
import { shownCandidates } from './shown-candidates.server.ts'
import { ThreadPage } from './ThreadPage.tsx'
import type { RefusedChange, ShownPlan, StartOver } from './thread-props.ts'

const intentSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.enum(['cancel', 'retry', 'retry-builtin', 'continue', 'rewrite', 'rewrite-with-model']),
  }),
  z.object({ intent: z.literal('choose'), url: z.url() }),
])

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `${shown.thread.title} · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { owner } = viewer
  const threadId = threadIdOf(params)
  const { prisma, pool } = context.database
  // In this order, so that a thread that gets ready in between is shown with its tweets.
  const generation = await readGeneration(pool, owner, threadId)
  const thread = await readThread(prisma, owner, threadId).catch(throwAsResponse)
  if (!generation) throw new Response('There is no such thread here.', { status: 404 })
  const watcher = watcherOf(viewer)
  if (watcher && !isFinal(generation.status)) await noteWatching(pool, { ...watcher, threadId })
  const { source, snapshot } = thread
  const plan = generation.status === 'waiting' ? await readPlan(prisma, owner, threadId) : null
  const isFeed = generation.error?.code === 'is-a-feed'
  return data(
    {
      thread: {
        id: thread.id,
        title: thread.title,
        ownTitle: thread.ownTitle,
        sourceTitle: thread.sourceTitle,
        network: 'x' as const,
        limit: rules.x.limit,
        numbering: thread.numbering,
        language: thread.language,
        version: thread.version,
        createdAt: thread.createdAt.toISOString(),
        sourceId: source.id,
      },
      source: snapshot && {
        kind: snapshot.kind,
        url: snapshot.url,
        title: snapshot.title,
        siteName: snapshot.siteName,
        byline: snapshot.byline,
        publishedAt: snapshot.publishedAt,
        language: snapshot.language,
        text: snapshot.text,
        blocks: snapshot.blocks,
      },
      generation,
      tweets: thread.tweets,
      model: thread.model,
      plan: plan && shownPlan(plan, snapshot?.text ?? ''),
      startOver: startOver(source),
      doubt: snapshot?.quality.doubt ? doubtSentence(snapshot.quality.doubt) : null,
      choices: isFeed ? (source.feed?.items ?? []) : [],
      sourceChanged: thread.sourceChanged,
      candidates: generation.status === 'ready' ? await shownCandidates(prisma, owner, thread) : [],
      closed: await closedFeatures(context, owner),
      hints: editHints(lintedThread(thread, 'x')),
      hasModel: context.env.openai !== null,
      library: { isStarred: thread.isStarred, trash: inTrash(thread.trashedAt, owner) },
      canRetry:
        thread.trashedAt === null && (generation.status === 'failed' || generation.status === 'cancelled'),
      canCancel: !isFinal(generation.status),
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

function inTrash(trashedAt: Date | null, owner: Owner): InLibrary['trash'] {
  if (!trashedAt) return null
  const over = new Date(trashedAt.getTime() + days(trashDays))
  return { goesAt: 'userId' in owner ? over.toISOString() : null }
}

/** The points with their passages, which stand in `text`. */
function shownPlan({ snapshotId, points }: KeptPlan, text: string): ShownPlan {
  const shown = points.map((point, index) => ({
    number: index + 1,
    text: point.text,
    passages: point.spans.map(({ start, end }) => text.slice(start, end)),
  }))
  return { snapshotId, points: shown }
}

/** A text is there already; another address or file has to be given anew. */
function startOver({ origin, url }: Submitted): StartOver | null {
  if (url !== null) return { to: paths.landing(url), label: 'Change the address' }
  return origin === 'file' ? { to: paths.landing(), label: 'Choose another file' } : null
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const form = Object.fromEntries(await readForm(request))
  const change = changeSchema.safeParse(form)
  if (isPlanForm(form)) return answerPlan(context.database.prisma, owner, threadId, form)
  if (change.success) return answerChange(context.database.prisma, owner, threadId, change.data)
  const addition = additionSchema.safeParse(form)
  if (addition.success) return answerAddition(context.database.prisma, owner, threadId, addition.data)
  const asked = readCandidateForm(form)
  if (asked) {
    const hasModel = context.env.openai !== null
    const count = () => context.limits.take('candidates', { owner, ip: context.ip })
    return answerCandidate({ db: context.database.prisma, owner, threadId, hasModel, count }, asked)
  }
  const deed = libraryDeedSchema.safeParse(form)
  if (deed.success) {
    const origin = originOf(request, context.ip)
    return answerLibraryDeed({ ...context.database, origin }, owner, threadId, deed.data)
  }
  const wish = intentSchema.safeParse(form)
  if (!wish.success) throw new Response('Choose what to do with this thread.', { status: 400 })
  const { prisma, pool } = context.database
  if (wish.data.intent !== 'cancel')
    await context.limits.take('rewrite', { owner, ip: context.ip }).catch(throwAsResponse)
  switch (wish.data.intent) {
    case 'cancel':
      await cancelGeneration(pool, owner, threadId)
      break
    case 'continue':
      await continueGeneration(prisma, owner, threadId).catch(throwAsResponse)
      break
    case 'choose':
      await chooseFeedItem(prisma, owner, threadId, wish.data.url).catch(throwAsResponse)
      break
    case 'rewrite-with-model':
      if (context.env.openai === null) throwAsResponse(noModel())
      await retryGeneration(prisma, owner, threadId, { over: true, writer: 'openai' }).catch(throwToPage)
      break
    case 'retry-builtin':
      await retryGeneration(prisma, owner, threadId, { writer: 'builtin' }).catch(throwToPage)
      break
    default: {
      const over = wish.data.intent === 'rewrite'
      await retryGeneration(prisma, owner, threadId, { over }).catch(throwToPage)
    }
  }
  return redirect(paths.thread(threadId))
}

export default function ThreadRoute() {
  const answer = useActionData<typeof action>()
  const refused = answer && 'saved' in answer ? refusalOf(answer) : null
  const refusedPlan = answer && 'plan' in answer ? answer.plan : null
  return <ThreadPage {...useLoaderData<typeof loader>()} refused={refused} refusedPlan={refusedPlan} />
}

function refusalOf({ error, tweetId, text }: ChangeAnswer): RefusedChange | null {
  return error === null ? null : { error, tweetId, text }
}
