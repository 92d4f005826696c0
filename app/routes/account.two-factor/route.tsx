import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  readTwoFactor,
  renewRecoveryCodes,
} from '#app/features/accounts/two-factor/set-up.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { qrPath } from './qr-path.server.ts'
import { TwoFactorPage } from './TwoFactorPage.tsx'

const formSchema = z.object({
  intent: z.enum(['begin', 'confirm', 'renew', 'end']),
  password: z.string().catch(''),
  code: z.string().max(100).catch(''),
})

export const meta: MetaFunction = () => [
  { title: 'Two-factor sign-in · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const stand = await readTwoFactor(context.database.prisma, context.sealer, userId)
  if (stand.state !== 'setting-up') return ownPage(viewer, { stand })
  return ownPage(viewer, { stand: { ...stand, qr: qrPath(stand.address) } })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId, email } = requireSession(viewer, request).session
  const form = await readForm(request)
  const { env, database, sealer } = context
  const origin = originOf(request, context.ip)
  const dependencies = { prisma: database.prisma, sealer, appUrl: env.appUrl }
  try {
    const { intent, password, code } = formSchema.parse(Object.fromEntries(form))
    // A stolen session is no way to guess the password, nor a code.
    await context.limits.take('sign-in', { ip: context.ip, identifier: email ?? userId })
    switch (intent) {
      case 'begin':
        await beginTwoFactor(dependencies, { userId, password })
        return redirect(paths.twoFactor())
      case 'end':
        await endTwoFactor(dependencies, { userId, password, origin })
        return redirect(`${paths.account()}?done=two-factor-off`)
      case 'confirm':
        return noted(await confirmTwoFactor(dependencies, { userId, code, origin }))
      case 'renew':
        return noted(await renewRecoveryCodes(dependencies, { userId, password, origin }))
    }
  } catch (error) {
    return refuseForm(error, form, { keep: [] })
  }
}

/** Recovery codes are shown once, in the answer to the form that made them, and kept by nobody on the way. */
const noted = (recoveryCodes: string[]) =>
  data({ recoveryCodes }, { headers: { 'Cache-Control': 'private, no-store' } })

export default function TwoFactorRoute() {
  return <TwoFactorPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
