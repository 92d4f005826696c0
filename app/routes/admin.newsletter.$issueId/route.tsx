import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { mayDo } from '#app/features/accounts/permissions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { mailBody } from '#app/features/mail/mail-body.ts'
import { titled } from '#app/features/mail/queue-mail.ts'
import { stopUrlOf } from '#app/features/mail/wishes/mail-link.ts'
import { countAddressees } from '#app/features/newsletter/addressees.ts'
import { issueMail } from '#app/features/newsletter/issue.ts'
import { readIssue, readOutcome } from '#app/features/newsletter/read-issues.ts'
import { issueIdOf } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { carryOut } from './carry-out.server.ts'
import { doneSchema } from './done.ts'
import { IssuePage } from './IssuePage.tsx'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.issue?.subject ?? 'New issue'} · Newsletter · Threadr` },
  { name: 'robots', content: 'noindex' },
]

/** An issue that nobody has written yet is an empty form, for who may write one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { role, userId } = requirePermission(viewer, 'mail.read')
  const { prisma, pool } = context.database
  const id = issueIdOf(params)
  const [issue, addressees] = await Promise.all([readIssue(prisma, id), countAddressees(pool)])
  const mayWrite = mayDo(role, 'mail.change')
  if (!issue && !mayWrite) throw new Response('There is no such issue.', { status: 404 })
  const stopUrl = stopUrlOf({ sealer: context.sealer, appUrl: context.env.appUrl }, { userId }, 'news')
  return ownPage(viewer, {
    isAdmin: mayDo(role, 'audit.read'),
    mayWrite,
    addressees,
    issue: issue && {
      subject: issue.subject,
      preview: issue.preview,
      text: issue.text,
      actionLabel: issue.actionLabel,
      actionUrl: issue.actionUrl,
      state: issue.state,
      version: issue.version,
      written: issue.written,
    },
    look: issue && (await mailBody(titled(issueMail(issue, stopUrl)))).html,
    outcome: issue && issue.state !== 'draft' ? await readOutcome(prisma, id) : null,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'mail.change')
  const issueId = issueIdOf(params)
  const form = await readForm(request)
  const { database, sealer, env } = context
  try {
    const doing = { by, issueId, origin: originOf(request, context.ip) }
    return redirect(await carryOut({ prisma: database.prisma, sealer, appUrl: env.appUrl }, doing, form))
  } catch (error) {
    return refuseForm(error, form, {
      keep: ['subject', 'preview', 'text', 'actionLabel', 'actionUrl'],
      whichWish: 'Choose what to do with this issue.',
    })
  }
}

export default function IssueRoute() {
  return <IssuePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
