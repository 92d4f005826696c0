import type { ActionFunctionArgs } from '@remix-run/node'
import { receiveMailEvent } from '#app/features/mail/receive-mail-event.ts'
import { forEventsOnly, plainAnswer, takeEvent } from '#app/platform/take-event.server.ts'

/** Nothing is here for a browser. */
export const loader = () => forEventsOnly('Resend')

/** Takes what Resend tells of messages: signed, small enough, each once. */
export async function action({ request, context: { env, database, logger } }: ActionFunctionArgs) {
  const secrets = env.mail?.webhookSecrets ?? []
  if (request.method !== 'POST') return loader()
  if (secrets.length === 0) return plainAnswer('No events of mail are taken here.', 404)
  return takeEvent({ request, logger }, (body) =>
    receiveMailEvent(database.prisma, secrets, { body, headers: request.headers }),
  )
}
