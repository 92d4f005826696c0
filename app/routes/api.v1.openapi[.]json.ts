import type { LoaderFunctionArgs } from '@remix-run/node'
import { openApiDocument } from '#app/features/api/openapi.ts'

/** The API's document, for programs that make clients and tests of it. */
export async function loader({ context }: LoaderFunctionArgs) {
  return Response.json(openApiDocument(context.env.appUrl), {
    headers: { 'Cache-Control': 'public, max-age=300' },
  })
}
