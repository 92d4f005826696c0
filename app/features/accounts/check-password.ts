import type { Db } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { isPassword } from './password.ts'

/**
 * Who signs in with an address and a password. Throws `credentials-wrong`, in the same words and after the same time
 * whether the password is wrong, the account is disabled or there is none.
 */
export async function checkPassword(
  db: Db,
  { email, password }: { email: string; password: string },
): Promise<{ userId: string }> {
  const person = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const fits = await isPassword(person?.passwordHash ?? null, password)
  if (person && fits && !person.disabledAt) return { userId: person.id }
  throw new AppError('credentials-wrong', 'This address and this password don’t belong together.', {
    status: 422,
    field: 'password',
  })
}

/**
 * Makes sure that it is really them who changes something of weight. Throws `password-wrong` at `field`, `password-none` for
 * who has none because they sign in through others.
 */
export async function confirmPassword(
  db: Db,
  { userId, password, field }: { userId: string; password: string; field: string },
): Promise<void> {
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  })
  if (passwordHash === null)
    throw new AppError(
      'password-none',
      'Your account has no password yet. Choose one by mail first, by “Forgot the password?”.',
      { status: 422, field },
    )
  if (!(await isPassword(passwordHash, password)))
    throw new AppError('password-wrong', 'This is not your present password.', { status: 422, field })
}
