import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { endSeeing } from '#app/features/administration/see-as.ts'
import { paths } from '#app/paths.ts'

/** Ends what an admin sees as somebody else; for everybody else there is no such address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { session, tokenHash } = await readViewer(request, context, { whileSeeing: true })
  if (!session || !tokenHash) throw new Response(null, { status: 404 })
  const { database, redis } = context
  const ended = await endSeeing({ prisma: database.prisma, redis }, { sessionId: session.id, tokenHash })
  if (!ended) throw new Response(null, { status: 404 })
  return redirect(paths.user(ended.personId))
}

export function loader() {
  throw new Response(null, { status: 404 })
}
