import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { nextOf, nextOfForm, ownPage, sendOnIfSignedIn } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { noRequest } from '#app/features/accounts/redeem.ts'
import { checkSecondFactor } from '#app/features/accounts/two-factor/check-second-factor.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { TextField } from '#app/ui/forms/TextField.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

const formSchema = z.object({ request: z.uuid().catch(noRequest), code: z.string().max(100).catch('') })

export const meta: MetaFunction = () => [
  { title: 'Your second factor · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  sendOnIfSignedIn(viewer, request)
  const asked = new URL(request.url).searchParams.get('request') ?? ''
  return ownPage(viewer, { next: nextOf(request), asked })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request)
  try {
    const { request: id, code } = formSchema.parse(Object.fromEntries(form))
    await context.limits.take('enter-code', { ip: context.ip, identifier: id })
    const dependencies = {
      prisma: context.database.prisma,
      sealer: context.sealer,
      appUrl: context.env.appUrl,
    }
    const { userId } = await checkSecondFactor(dependencies, { id, visitorId: viewer.visitorId, code })
    return await letIn(request, context, viewer, { userId, next: nextOfForm(form), withSecondFactor: true })
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

export default function SecondFactor() {
  const { next, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <FormPage
      title="Your second factor"
      lead="Type in the six digits that your authenticator app shows for Threadr."
      foot={
        <>
          <p>Lost the app? Type in one of your recovery codes instead. Each works once.</p>
          <p>
            <TextLink to={paths.signIn(next)}>Begin again</TextLink>
          </p>
        </>
      }
    >
      <ActionForm intent="second-factor" answer={answer} submit="Sign in" hidden={{ next, request: asked }}>
        <TextField
          name="code"
          label="Code"
          autoComplete="one-time-code"
          spellCheck={false}
          className="max-w-56 text-xl tracking-[0.1em] tabular-nums"
        />
      </ActionForm>
    </FormPage>
  )
}
