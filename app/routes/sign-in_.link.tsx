import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { linkIsOver, peek, redeemToken } from '#app/features/accounts/redeem.ts'
import { tokenOf } from '#app/features/accounts/token-of.ts'
import { letIn } from '#app/features/claiming/let-in.server.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import { FormPage } from '#app/ui/forms/FormPage.tsx'
import { LinkIsOver } from '#app/ui/forms/LinkIsOver.tsx'
import { Notice } from '#app/ui/Notice.tsx'

export const meta: MetaFunction = () => [
  { title: 'Sign in · Threadr' },
  { name: 'robots', content: 'noindex' },
]

/** Shows a button and uses nothing up: mail programs follow links before anybody reads them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const token = tokenOf(new URL(request.url).searchParams.get('token'))
  const found = await peek(context.database.prisma, token, ['sign-in'])
  const isSameBrowser = found?.visitorId === viewer.visitorId
  return ownPage(viewer, { token, email: found?.email ?? null, isSameBrowser })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const form = await readForm(request)
  try {
    const token = tokenOf(form.get('token'))
    const { userId } = await context.database.prisma.$transaction((tx) => redeemToken(tx, token, 'sign-in'))
    if (userId === null) throw linkIsOver()
    return await letIn(request, context, viewer, { userId, next: paths.threads() })
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

export default function SignInByLink() {
  const { token, email, isSameBrowser } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (email === null) return <LinkIsOver again={{ to: paths.signInCode(), label: 'Ask for another' }} />
  return (
    <FormPage title="Sign in" lead={`As ${email}, in this browser.`}>
      <ActionForm intent="link" answer={answer} submit="Sign in" hidden={{ token }}>
        {!isSameBrowser && (
          <Notice title="This link was asked for in another browser">
            Go on only if {email} is your own address: what was made in this browser goes to that account.
          </Notice>
        )}
      </ActionForm>
    </FormPage>
  )
}
