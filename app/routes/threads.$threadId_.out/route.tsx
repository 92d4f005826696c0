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
import { readPosting } from '#app/features/publishing/by-hand/read-posting.ts'
import { readShare } from '#app/features/sharing/read-share.ts'
import { postedTexts } from '#app/features/threads/document/posted-texts.ts'
import { asText } from '#app/features/threads/exports/as-text.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { applyFix } from '#app/features/threads/lint/apply-fix.ts'
import { shownFinding } from '#app/features/threads/lint/fixed.ts'
import { lintThread } from '#app/features/threads/lint/lint-thread.ts'
import { lintedThread } from '#app/features/threads/lint/linted-thread.ts'
import { priceOnX } from '#app/features/threads/lint/x-price.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { OutPage } from './OutPage.tsx'
import { planOffer } from './plan-offer.server.ts'

const fixSchema = z.object({
  intent: z.literal('fix'),
  version: z.coerce.number().int().nonnegative(),
  finding: z.string().max(200),
})

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown ? `Post or export “${shown.title}” · Threadr` : 'Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { prisma } = context.database
  const thread = await readWrittenThread(prisma, viewer.owner, threadIdOf(params)).catch(throwAsResponse)
  const posting = await readPosting(prisma, thread)
  const share = await readShare(prisma, context.sealer, viewer.owner, thread.id)
  const linted = lintedThread(thread, 'x')
  const posted = postedTexts(thread)
  return ownPage(viewer, {
    threadId: thread.id,
    title: thread.title,
    version: thread.version,
    findings: lintThread(linted).map((finding) => shownFinding(finding, linted.document)),
    price: priceOnX(posted),
    isFixed: new URL(request.url).searchParams.get('done') === 'fixed',
    tweetCount: thread.tweets.length,
    copyable: asText(posted.map((text) => ({ text }))),
    isShared: share !== null,
    ...(await planOffer(context, viewer.owner, thread.id)),
    posting: posting && {
      settled: posting.parts.filter(({ state }) => state !== 'waiting').length,
      total: posting.parts.length,
    },
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const form = await readForm(request)
  try {
    await context.limits.take('save', { owner, ip: context.ip })
    const { version, finding } = fixSchema.parse(Object.fromEntries(form))
    await applyFix(context.database.prisma, owner, { threadId, version }, finding)
    return redirect(paths.takeOut(threadId, { done: 'fixed' }))
  } catch (error) {
    return refuseForm(error, form, { keep: ['finding'], whichWish: 'Choose what to change.' })
  }
}

/** What was refused is refused for what the thread is by now, which the page then shows. */
export const shouldRevalidate = () => true

export default function OutRoute() {
  return <OutPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
