import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createAuthenticator } from '#app/features/accounts/authenticator.server.ts'
import { offeredProviders } from '#app/features/accounts/connected/list-connected.ts'
import { problemOf } from '#app/features/accounts/connected/problems.ts'
import { nextOf, nextOfForm, ownPage, sendOnIfSignedIn } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { PasswordField } from '#app/ui/forms/PasswordField.tsx'
import { ProviderButtons } from '#app/ui/forms/ProviderButtons.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign in · Threadr' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  sendOnIfSignedIn(viewer, request)
  return ownPage(viewer, {
    next: nextOf(request),
    providers: offeredProviders(context.env.providers),
    problem: problemOf(request),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request.clone())
  const { limits, ip } = context
  const who = { ip, identifier: String(form.get('email') ?? '') }
  try {
    await limits.take('sign-in', who)
    const { prisma } = context.database
    const authenticator = createAuthenticator({ prisma, sealer: context.sealer }, viewer)
    const { userId } = await authenticator.authenticate('password', request)
    // Neither waits for the other: who has shown the password is forgiven their slips whatever comes then.
    const [entered] = await Promise.all([
      letIn(request, context, viewer, { userId, next: nextOfForm(form) }),
      limits.forgive('sign-in', who),
    ])
    return entered
  } catch (error) {
    return refuseForm(error, form, { keep: ['email'] })
  }
}

export default function SignIn() {
  const { next, providers, problem } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <FormPage
      title="Sign in"
      lead="What you made in this browser comes along."
      foot={
        <>
          <p>
            No password at hand?{' '}
            <TextLink to={paths.signInCode({ next })}>Sign in with a code by mail</TextLink>
          </p>
          <p>
            New here? <TextLink to={paths.signUp(next)}>Sign up</TextLink>
          </p>
        </>
      }
    >
      {problem && !answer && (
        <div className="mb-6">
          <Notice tone="bad" role="alert" title={problem.title}>
            {problem.more}
          </Notice>
        </div>
      )}
      <ProviderButtons providers={providers} next={next} />
      <ActionForm intent="password" answer={answer} submit="Sign in" pending="Signing in…" hidden={{ next }}>
        <TextField name="email" label="Email" type="email" autoComplete="username" spellCheck={false} />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
      </ActionForm>
      <p className="mt-4 text-[0.9375rem]">
        <TextLink to={paths.forgot()}>Forgot the password?</TextLink>
      </p>
    </FormPage>
  )
}
