import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { askedBy, carryOutWish } from './mail/wish-of-link.server.ts'

/** The links of digests from before there was one page for all mail: they go on leading there, and stop the digest. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { by } = await askedBy(request, context)
  return redirect(paths.mailByLink({ by, kind: 'digest' }))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { by, addressee } = await askedBy(request, context)
  const done = await carryOutWish(request, context, { addressee, kind: 'digest' })
  if (done === 'one-click') return new Response('The digest is stopped.')
  return redirect(paths.mailByLink({ by, kind: 'digest', done }))
}
