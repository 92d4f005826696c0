import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { checkPassword } from './check-password.ts'
import { emailSchema } from './email.ts'
import { noRequest, redeemCode } from './redeem.ts'

const passwordFormSchema = z.object({ email: emailSchema, password: z.string().max(2000).catch('') })
const codeFormSchema = z
  .object({ request: z.uuid().catch(noRequest), code: z.string().max(100).catch('') })
  .transform(({ request, code }) => ({ id: request, code }))

/**
 * The ways to prove by a form who one is: `password` (fields email, password) and `code` (fields request, code, for the
 * browser that asked). They throw an AppError where it isn't proven, a ZodError where the address is none.
 */
export function createAuthenticator(
  { prisma, sealer }: { prisma: Db; sealer: Sealer },
  { visitorId }: { visitorId: string },
): Authenticator<{ userId: string }> {
  return new Authenticator<{ userId: string }>()
    .use(
      new FormStrategy(async ({ form }) =>
        checkPassword(prisma, passwordFormSchema.parse(Object.fromEntries(form))),
      ),
      'password',
    )
    .use(
      new FormStrategy(async ({ form }) =>
        redeemCode(prisma, sealer, { visitorId, ...codeFormSchema.parse(Object.fromEntries(form)) }),
      ),
      'code',
    )
}
