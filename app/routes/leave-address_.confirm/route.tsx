import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { tokenOf } from '#app/features/accounts/token-of.ts'
import { confirmCapture, peekCapture } from '#app/features/captures/confirm-capture.ts'
import { mailLink } from '#app/features/mail/wishes/mail-link.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { LinkIsOver } from '#app/ui/forms/LinkIsOver.tsx'
import { ConfirmedPage } from './ConfirmedPage.tsx'

export const meta: MetaFunction = () => [
  { title: 'Confirm the address · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** Shows a button and uses nothing up: mail programs follow links before anybody reads them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const token = tokenOf(new URL(request.url).searchParams.get('token'))
  const asked = await peekCapture(context.database.prisma, token)
  return ownPage(viewer, {
    token,
    asked: asked && { email: asked.email, wantsNews: asked.wantsNews },
    isSameBrowser: asked?.visitorId === viewer.visitorId,
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  // Nothing of what follows is done for who only looks at Threadr as somebody else.
  await readViewer(request, context)
  const form = await readForm(request)
  try {
    const confirmed = await confirmCapture(context.database.prisma, tokenOf(form.get('token')))
    const { captureId, ...shown } = confirmed
    return data({ ...shown, by: mailLink(context.sealer, { captureId }) })
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

export default function ConfirmCapture() {
  const { token, asked, isSameBrowser } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'extra' in answer) return <ConfirmedPage {...answer} />
  if (!asked) return <LinkIsOver again={{ to: paths.leaveAddress(), label: 'Ask for a new one' }} />
  return (
    <FormPage
      title="Confirm the address"
      lead={`You say that ${asked.email} is yours, and ${isSameBrowser ? 'this browser' : 'the browser in which you left it'} gets more threads today.`}
    >
      {asked.wantsNews && (
        <p className="mb-6">The newsletter begins then, as you wished. Every letter can stop it.</p>
      )}
      <ActionForm intent="confirm" answer={answer} submit="Confirm the address" hidden={{ token }} />
    </FormPage>
  )
}
