import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ownPage, requirePermission } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { changeFlag } from '#app/features/administration/change-flag.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { declaredFlags, flagNames } from '#app/features/flags/declared.ts'
import { forgetFlags } from '#app/features/flags/is-on.server.ts'
import { readFlags } from '#app/features/flags/read-flags.ts'
import { paths } from '#app/paths.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { refuseForm } from '#app/platform/refuse-form.server.ts'
import { doneSchema } from './done.ts'
import { FlagsPage } from './FlagsPage.tsx'
import { wishSchema } from './wish.server.ts'

export const meta: MetaFunction = () => [{ title: 'Flags · Threadr' }, { name: 'robots', content: 'noindex' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  requirePermission(viewer, 'flags.change')
  const stored = new Map((await readFlags(context.database.pool)).map((flag) => [flag.name, flag]))
  return ownPage(viewer, {
    flags: flagNames.map((name) => {
      const { about, default: isOnByDefault } = declaredFlags[name]
      const flag = stored.get(name)
      return {
        name,
        about,
        isOnByDefault,
        version: flag?.version ?? 0,
        isOn: flag?.isOn ?? isOnByDefault,
        percent: flag?.percent ?? 0,
        users: flag?.users ?? [],
        visitors: flag?.visitors ?? [],
        plans: flag?.plans ?? [],
        changedAt: flag?.changedAt.toISOString() ?? null,
      }
    }),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId: by } = requirePermission(viewer, 'flags.change')
  const form = await readForm(request)
  try {
    const { intent, ...wish } = wishSchema.parse(Object.fromEntries(form))
    const { prisma, pool } = context.database
    await changeFlag(prisma, { by, origin: originOf(request, context.ip) }, wish)
    forgetFlags(pool)
    return redirect(paths.flags({ done: intent }))
  } catch (error) {
    const keep = ['name', 'isOn', 'percent', 'users', 'visitors', 'plans']
    return refuseForm(error, form, { keep, whichWish: 'Choose what to do about this flag.' })
  }
}

export default function FlagsRoute() {
  return <FlagsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
