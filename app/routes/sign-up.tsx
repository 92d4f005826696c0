import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { offeredProviders } from '#app/features/accounts/connected/list-connected.ts'
import { emailSchema } from '#app/features/accounts/email.ts'
import { nextOf, ownPage, sendOnIfSignedIn } from '#app/features/accounts/guards.server.ts'
import { newPasswordSchema } from '#app/features/accounts/password.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requestSignUp } from '#app/features/accounts/sign-up.ts'
import { paths } from '#app/paths.ts'
import { assertReachesPeople, reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { CheckMail } from '#app/ui/forms/CheckMail.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { ProviderButtons } from '#app/ui/forms/ProviderButtons.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

const formSchema = z.object({ email: emailSchema, password: newPasswordSchema })

export const meta: MetaFunction = () => [{ title: 'Sign up · Threadr' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  sendOnIfSignedIn(viewer, request)
  return ownPage(viewer, {
    next: nextOf(request),
    providers: offeredProviders(context.env.providers),
    hasOutbox: context.env.mode !== 'production',
    hasMail: reachesPeople(context.env),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { visitorId, setCookie } = await readViewer(request, context)
  const form = await readForm(request)
  try {
    const { email, password } = await formSchema.parseAsync(Object.fromEntries(form))
    assertReachesPeople(context.env)
    await context.limits.take('sign-up', { ip: context.ip, identifier: email })
    await requestSignUp(context.database.prisma, { email, password, visitorId })
    return data({ sentTo: email }, { headers: setCookie ? { 'Set-Cookie': setCookie } : {} })
  } catch (error) {
    return refuseForm(error, form, { keep: ['email'] })
  }
}

export default function SignUp() {
  const { next, providers, hasOutbox, hasMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'sentTo' in answer)
    return (
      <CheckMail to={answer.sentTo} outbox={hasOutbox ? paths.outbox() : null}>
        It holds a link that confirms the address and opens your account. The threads of this browser go with
        you. The link holds for 24 hours.
      </CheckMail>
    )
  return (
    <FormPage
      title="Sign up"
      lead="An account keeps your threads and opens them on every device. What you made in this browser comes along."
      foot={
        <p>
          Have an account? <TextLink to={paths.signIn(next)}>Sign in</TextLink>
        </p>
      }
    >
      <ProviderButtons providers={providers} next={next} />
      {hasMail ? (
        <ActionForm intent="sign-up" answer={answer} submit="Create the account">
          <TextField name="email" label="Email" type="email" autoComplete="email" spellCheck={false} />
          <PasswordField
            name="password"
            label="Password"
            autoComplete="new-password"
            hint="8 characters or more. A sentence is good."
          />
        </ActionForm>
      ) : (
        <NoMailHere what="Signing up with an address needs a message that confirms it." />
      )}
    </FormPage>
  )
}
