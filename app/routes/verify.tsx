import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { completeChangeOfEmail, peekChangeOfEmail } from '#app/features/accounts/change-email.ts'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { completeSignUp, peekSignUp } from '#app/features/accounts/sign-up.ts'
import { tokenOf } from '#app/features/accounts/token-of.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { LinkIsOver } from '#app/ui/forms/LinkIsOver.tsx'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'

const formSchema = z.object({ intent: z.enum(['sign-up', 'change']), password: z.string().catch('') })

export const meta: MetaFunction = () => [
  { title: 'Confirm the address · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** Shows a button and uses nothing up: mail programs follow links before anybody reads them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const token = tokenOf(new URL(request.url).searchParams.get('token'))
  const { prisma } = context.database
  const signUp = await peekSignUp(prisma, { token, visitorId: viewer.visitorId })
  const userId = viewer.session?.userId ?? null
  const change = signUp ? null : await peekChangeOfEmail(prisma, { token, userId })
  return ownPage(viewer, { token, signUp, change })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request)
  const token = tokenOf(form.get('token'))
  const { prisma } = context.database
  const origin = originOf(request, context.ip)
  try {
    const { intent, password } = formSchema.parse(Object.fromEntries(form))
    if (intent === 'sign-up') {
      const { visitorId } = viewer
      const telling = { prisma, sealer: context.sealer, appUrl: context.env.appUrl }
      const { userId } = await completeSignUp(telling, { token, password, visitorId, origin })
      return await letIn(request, context, viewer, { userId, next: paths.threads() })
    }
    const { userId } = requireSession(viewer, request).session
    await completeChangeOfEmail(prisma, context.sealer, { token, userId, origin })
    return redirect(`${paths.account()}?done=email-changed`)
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

export default function Verify() {
  const { token, signUp, change } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (signUp)
    return (
      <FormPage
        title="Confirm the address"
        lead={`${signUp.email} becomes the address of your account, and you are signed in.`}
      >
        <ActionForm intent="sign-up" answer={answer} submit="Confirm and sign in" hidden={{ token }}>
          {!signUp.isSameBrowser && (
            <PasswordField
              name="password"
              label="Password"
              autoComplete="current-password"
              hint="You signed up in another browser, so give the password that you chose there."
            />
          )}
        </ActionForm>
      </FormPage>
    )
  if (change?.isOwn)
    return (
      <FormPage title="Confirm the address" lead={`From now on you sign in with ${change.email}.`}>
        <ActionForm intent="change" answer={answer} submit="Confirm the address" hidden={{ token }} />
      </FormPage>
    )
  if (change)
    return (
      <FormPage
        title="Sign in first"
        lead={`${change.email} is to become the address of an account. Sign in to that one to confirm it.`}
      >
        <ButtonLink to={paths.signIn(paths.verify(token))} look="primary">
          Sign in
        </ButtonLink>
      </FormPage>
    )
  return <LinkIsOver again={{ to: paths.signIn(), label: 'Sign in' }} />
}
