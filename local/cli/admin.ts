import { emailSchema } from '#app/features/accounts/email.ts'
import { appointAdmin } from '#app/features/administration/appoint-admin.ts'
import { badInput, onlyPositional, parse } from './arguments.ts'
import { print } from './standard-input.ts'
import { openWorkshop } from './workshop.ts'

/** Makes somebody who has signed up an admin. */
export async function admin(args: string[]): Promise<void> {
  const { positionals } = parse(args, {})
  const email = emailSchema.safeParse(onlyPositional(positionals, 'an email address'))
  if (!email.success) throw badInput(email.error.issues[0]?.message ?? 'That is not an email address.')
  const workshop = await openWorkshop(new AbortController().signal)
  try {
    const isNew = await appointAdmin(workshop.database.prisma, email.data)
    await print(
      isNew
        ? `${email.data} is an admin now. They have to sign in again.\n`
        : `${email.data} is an admin already.\n`,
    )
  } finally {
    await workshop.close()
  }
}
