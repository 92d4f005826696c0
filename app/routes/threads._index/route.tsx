import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { originOf } from '#app/features/audit/event-origin.ts'
import { wishOf } from '#app/features/threads/library/library-wish.ts'
import { readLibrary } from '#app/features/threads/library/read-library.ts'
import { listTags } from '#app/features/threads/library/tags.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { doneOf } from './done.ts'
import { LibraryPage } from './LibraryPage.tsx'
import { answerDeed } from './library-deeds.server.ts'

const pageSize = 20

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: `${shown?.wish.trash ? 'Trash' : 'Your threads'} · Threadr` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { owner, session } = await readViewer(request, context)
  const query = new URL(request.url).searchParams
  const wish = wishOf(query)
  const [page, tags] = await Promise.all([
    context.readStale(({ pool }) => readLibrary(pool, owner, wish, pageSize)),
    context.readStale(({ pool }) => listTags(pool, owner)),
  ])
  return data(
    { ...page, wish, tags, isVisitor: session === null, done: doneOf(query) },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const form = await readForm(request)
  const wish = wishOf(new URL(request.url).searchParams)
  return answerDeed({ ...context.database, origin: originOf(request, context.ip) }, { owner, form, wish })
}

export default function LibraryRoute() {
  const answer = useActionData<typeof action>()
  return (
    <LibraryPage
      {...useLoaderData<typeof loader>()}
      error={answer?.error ?? null}
      unnamed={answer?.unnamed ?? null}
    />
  )
}
