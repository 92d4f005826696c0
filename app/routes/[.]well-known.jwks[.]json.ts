import type { LoaderFunctionArgs } from '@remix-run/node'
import { readKeySet } from '#app/features/accounts/api-tokens/signing-keys.server.ts'

/** The public keys that access tokens are signed by. Kept for five minutes: a new key may sign from its first moment. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json(await readKeySet(context.database.prisma), {
    headers: { 'Content-Type': 'application/jwk-set+json', 'Cache-Control': 'public, max-age=300' },
  })
}
