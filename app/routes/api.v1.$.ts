import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { problemOf } from '#app/features/api/problem.server.ts'
import { AppError } from '#app/platform/errors.ts'

const nothingHere = () =>
  new AppError('nothing-here', 'The API has nothing at this address.', { status: 404 })

export async function loader({ context }: LoaderFunctionArgs) {
  return problemOf(nothingHere(), context)
}

export async function action({ context }: ActionFunctionArgs) {
  return problemOf(nothingHere(), context)
}
