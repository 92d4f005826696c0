import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { operations } from '#app/features/api/contract/operations.ts'
import { problemKinds } from '#app/features/api/contract/problem-kinds.ts'
import { closedFeatures } from '#app/features/billing/require-feature.server.ts'
import { ApiPage } from './ApiPage.tsx'
import { examplesFor } from './examples.ts'

export const meta: MetaFunction = () => [
  { title: 'API · Threadr' },
  { name: 'description', content: 'How programs make, read and change threads with Threadr.' },
]

/** The same for everybody who sends no cookie: see shared-page.server.ts. In seconds. */
export const handle = { shared: { freshFor: 300, staleFor: 3_600 } }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { owner, session } = await readViewer(request, context)
  return data(
    {
      operations: operations.map(({ method, path, summary, scope }) => ({ method, path, summary, scope })),
      kinds: problemKinds,
      examples: examplesFor(context.env.appUrl),
      isSignedIn: session !== null,
      isClosed: (await closedFeatures(context, owner)).includes('api'),
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export default function ApiRoute() {
  return <ApiPage {...useLoaderData<typeof loader>()} />
}
