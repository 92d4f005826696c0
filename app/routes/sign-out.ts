import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSessions, forgetSessions } from '#app/features/accounts/end-sessions.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { recordAccountEvent } from '#app/features/accounts/record-account-event.ts'
import { endedSessionCookie } from '#app/features/accounts/session-cookie.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { paths } from '#app/paths.ts'

/** Ends the session of this browser, here and on the server. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { tokenHash, session } = await readViewer(request, context, { whileSeeing: true })
  if (tokenHash !== null && session) {
    const { userId } = session
    const origin = originOf(request, context.ip)
    const ended = await context.database.prisma.$transaction(async (tx) => {
      await recordAccountEvent(tx, 'account.signed-out', { userId, origin })
      return endSessions(tx, { token: { hash: tokenHash } })
    })
    await forgetSessions(context.redis, ended)
  }
  return redirect(paths.landing(), {
    headers: {
      'Set-Cookie': await endedSessionCookie(context.env),
      // What was typed and couldn't be saved is kept by the browser: it isn't for whoever uses it next.
      'Clear-Site-Data': '"storage"',
    },
  })
}

/** Nobody is signed out by an address that they were made to open. */
export function loader() {
  return redirect(paths.landing())
}
