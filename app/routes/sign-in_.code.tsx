import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requestMail } from '#app/features/accounts/account-request.ts'
import { createAuthenticator } from '#app/features/accounts/authenticator.server.ts'
import { emailSchema } from '#app/features/accounts/email.ts'
import { nextOf, nextOfForm, ownPage, sendOnIfSignedIn } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { assertReachesPeople, reachesPeople } from '#app/platform/mail-settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { NoMailHere } from '#app/ui/forms/NoMailHere.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

const addressSchema = z.object({ email: emailSchema })
const requestSchema = z.uuid().nullable().catch(null)

export const meta: MetaFunction = () => [{ title: 'Sign in with a code · Threadr' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  sendOnIfSignedIn(viewer, request)
  const asked = requestSchema.parse(new URL(request.url).searchParams.get('request'))
  return ownPage(viewer, {
    next: nextOf(request),
    asked,
    hasOutbox: context.env.mode !== 'production',
    hasMail: reachesPeople(context.env),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { visitorId, setCookie } = viewer
  const form = await readForm(request.clone())
  const next = nextOfForm(form)
  const { limits, ip } = context
  const { prisma } = context.database
  try {
    if (form.get('intent') !== 'code') {
      const { email } = addressSchema.parse(Object.fromEntries(form))
      assertReachesPeople(context.env)
      await limits.take('send-code', { ip, identifier: email })
      const { requestId } = await requestMail(prisma, { purpose: 'sign-in', email, visitorId })
      return redirect(paths.signInCode({ request: requestId, next }), {
        headers: setCookie ? { 'Set-Cookie': setCookie } : {},
      })
    }
    await limits.take('enter-code', { ip, identifier: String(form.get('request') ?? '') })
    const authenticator = createAuthenticator({ prisma, sealer: context.sealer }, viewer)
    const { userId } = await authenticator.authenticate('code', request)
    return await letIn(request, context, viewer, { userId, next })
  } catch (error) {
    return refuseForm(error, form, { keep: ['email'] })
  }
}

export default function SignInWithCode() {
  const { next, asked, hasOutbox, hasMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const foot = <TextLink to={paths.signIn(next)}>Sign in with a password</TextLink>
  if (asked === null)
    return (
      <FormPage
        title="Sign in with a code"
        lead="Give the address of your account. Six digits come by mail, to be typed in here."
        foot={foot}
      >
        {hasMail ? (
          <ActionForm intent="address" answer={answer} submit="Send the code" hidden={{ next }}>
            <TextField name="email" label="Email" type="email" autoComplete="username" spellCheck={false} />
          </ActionForm>
        ) : (
          <NoMailHere what="The code comes by mail." />
        )}
      </FormPage>
    )
  return (
    <FormPage
      title="Type in the code"
      lead="If the address has an account, a message with six digits is on its way. They hold for 10 minutes."
      foot={
        <>
          {hasOutbox && (
            <p>
              This copy of Threadr may send no mail: its messages lie in{' '}
              <TextLink to={paths.outbox()}>the outbox</TextLink>.
            </p>
          )}
          <p>
            Nothing came? <TextLink to={paths.signInCode({ next })}>Ask for another code</TextLink>
          </p>
          <p>{foot}</p>
        </>
      }
    >
      <ActionForm intent="code" answer={answer} submit="Sign in" hidden={{ next, request: asked }}>
        <TextField
          name="code"
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="max-w-48 text-xl tracking-[0.2em] tabular-nums"
        />
      </ActionForm>
    </FormPage>
  )
}
