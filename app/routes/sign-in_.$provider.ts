import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { providerOf } from '#app/features/accounts/connected/provider-of.ts'
import { keysOf, setOut } from '#app/features/accounts/connected/set-out.server.ts'
import { nextOfForm } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { paths } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'

/** Sends a visitor to a provider, to say there who they are. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const provider = providerOf(params)
  keysOf(context.env, provider)
  const viewer = await readViewer(request, context)
  const next = nextOfForm(await readForm(request))
  if (viewer.session) return redirect(next)
  return setOut(context, viewer, { provider, next }).catch(throwAsResponse)
}

/** Nobody sets out by an address that they were made to open. */
export function loader({ params, context }: LoaderFunctionArgs) {
  keysOf(context.env, providerOf(params))
  return redirect(paths.signIn())
}
