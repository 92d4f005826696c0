import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownPage, requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { shownToPerson } from '#app/features/audit/event-words.ts'
import { readEvents } from '#app/features/audit/read-events.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { EventList } from '#app/ui/EventList.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { UpLink } from '#app/ui/UpLink.tsx'

const pageSize = 30
const beforeSchema = z.uuid().optional().catch(undefined)

export const meta: MetaFunction = () => [
  { title: 'Activity · Threadr' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request, context)
  const { userId } = requireSession(viewer, request).session
  const before = beforeSchema.parse(new URL(request.url).searchParams.get('before') ?? undefined)
  const { events, next } = await context.readStale(({ prisma }) =>
    readEvents(prisma, { about: userId }, { size: pageSize, ...(before !== undefined && { before }) }),
  )
  return ownPage(viewer, { events: events.map((event) => shownToPerson(event, userId)), next })
}

export default function Activity() {
  const { events, next } = useLoaderData<typeof loader>()
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <UpLink to={paths.account()} label="Account" />
      <h1 className="font-serif text-4xl font-medium tracking-tight">Activity</h1>
      <p className="mt-3 mb-8 max-w-reading text-muted">
        What was done on your account, by you and by others. If you don’t know one of these, sign out your
        browsers and choose a new password on <TextLink to={paths.account()}>your account</TextLink>.
      </p>
      <EventList events={events} />
      {next !== null && (
        <div className="mt-6 flex justify-center">
          <ButtonLink to={paths.activity({ before: next })}>Earlier</ButtonLink>
        </div>
      )}
    </main>
  )
}
