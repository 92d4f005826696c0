import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { peek } from '#app/features/accounts/redeem.ts'
import { resetPassword } from '#app/features/accounts/reset-password.ts'
import { tokenOf } from '#app/features/accounts/token-of.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { LinkIsOver } from '#app/ui/forms/LinkIsOver.tsx'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'

const formSchema = z.object({ password: z.string().catch('') })

export const meta: MetaFunction = () => [
  { title: 'Choose a new password · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const token = tokenOf(new URL(request.url).searchParams.get('token'))
  const found = await peek(context.database.prisma, token, ['reset'])
  return ownPage(viewer, { token, email: found?.email ?? null })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request)
  try {
    const { password } = formSchema.parse(Object.fromEntries(form))
    const { env, database, redis, sealer } = context
    const { userId, keys } = await resetPassword(
      { prisma: database.prisma, redis, sealer, appUrl: env.appUrl },
      { token: tokenOf(form.get('token')), password, origin: originOf(request, context.ip) },
    )
    // Who has keys looks at them first: they still work.
    const next = keys > 0 ? `${paths.apiKeys()}?done=password` : paths.threads()
    return await letIn(request, context, viewer, { userId, next })
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

export default function Reset() {
  const { token, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (email === null) return <LinkIsOver again={{ to: paths.forgot(), label: 'Ask for another' }} />
  return (
    <FormPage
      title="Choose a new password"
      lead={`For ${email}. Every browser and program that is signed in now is signed out.`}
    >
      <ActionForm intent="reset" answer={answer} submit="Keep this password" hidden={{ token }}>
        {/* So that password managers know whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField
          name="password"
          label="New password"
          autoComplete="new-password"
          hint="8 characters or more. A sentence is good."
        />
      </ActionForm>
    </FormPage>
  )
}
