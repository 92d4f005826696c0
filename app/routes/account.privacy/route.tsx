import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readExports } from '#app/features/privacy/read-exports.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { changePrivacy } from './change-privacy.server.ts'
import { doneSchema } from './done.ts'
import { PrivacyPage } from './PrivacyPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Your data · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const { prisma } = context.database
  const person = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { deleteAfter: true, keepDays: true },
  })
  const exports = await readExports(prisma, userId)
  return ownPage(viewer, {
    deleteAfter: person.deleteAfter?.toISOString() ?? null,
    keepDays: person.keepDays,
    exports: exports.map(({ createdAt, until, ...rest }) => ({
      ...rest,
      createdAt: createdAt.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { session } = requireSession(viewer, request)
  const form = await readForm(request)
  try {
    const done = await changePrivacy(request, context, session, form)
    return redirect(`${paths.privacy()}?${new URLSearchParams({ done })}`)
  } catch (error) {
    return refuseForm(error, form, { keep: ['keepDays'], whichWish: 'Choose what to do with your data.' })
  }
}

export default function PrivacyRoute() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
