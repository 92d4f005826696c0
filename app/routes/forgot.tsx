import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requestMail } from '#app/features/accounts/account-request.ts'
import { emailSchema } from '#app/features/accounts/email.ts'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { paths } from '#app/paths.ts'
import { assertReachesPeople, reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckMail } from '#app/ui/forms/CheckMail.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

const formSchema = z.object({ email: emailSchema })

export const meta: MetaFunction = () => [{ title: 'Forgot the password · Threadr' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  return ownPage(viewer, {
    hasOutbox: context.env.mode !== 'production',
    hasMail: reachesPeople(context.env),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { visitorId, setCookie } = await readViewer(request, context)
  const form = await readForm(request)
  try {
    const { email } = formSchema.parse(Object.fromEntries(form))
    assertReachesPeople(context.env)
    await context.limits.take('reset', { ip: context.ip, identifier: email })
    await requestMail(context.database.prisma, { purpose: 'reset', email, visitorId })
    return data({ sentTo: email }, { headers: setCookie ? { 'Set-Cookie': setCookie } : {} })
  } catch (error) {
    return refuseForm(error, form, { keep: ['email'] })
  }
}

export default function Forgot() {
  const { hasOutbox, hasMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'sentTo' in answer)
    return (
      <CheckMail to={answer.sentTo} outbox={hasOutbox ? paths.outbox() : null}>
        If that address has an account, it holds a link to choose a new password. The link holds for 10
        minutes.
      </CheckMail>
    )
  return (
    <FormPage
      title="Forgot the password"
      lead="Give the address of your account. A link to choose a new password comes by mail."
      foot={<TextLink to={paths.signIn()}>Back to signing in</TextLink>}
    >
      {hasMail ? (
        <ActionForm intent="forgot" answer={answer} submit="Send the link">
          <TextField name="email" label="Email" type="email" autoComplete="username" spellCheck={false} />
        </ActionForm>
      ) : (
        <NoMailHere what="A new password is chosen by a link that comes by mail." />
      )}
    </FormPage>
  )
}
