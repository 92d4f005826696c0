import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import type { ChangedThread } from '#app/features/threads/change-thread.ts'
import { threadDocumentSchema } from '#app/features/threads/document/thread-document.ts'
import { readDocument } from '#app/features/threads/read-document.ts'
import { saveDocument } from '#app/features/threads/save-document.ts'
import { threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/read-form.server.ts'

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'This is not JSON.' })
    return z.NEVER
  }
})

const saveSchema = z.object({
  version: z.coerce.number().int().nonnegative(),
  document: jsonText.pipe(threadDocumentSchema),
})

/** What came of a save: stored; not, because the thread stands otherwise by now; or not, for what `error` says. */
export type SaveAnswer =
  | ({ state: 'saved' } & ChangedThread)
  | ({ state: 'changed' } & ChangedThread)
  | { state: 'refused'; code: string; error: string }

const headers = { 'Cache-Control': 'private, no-store' }
const answer = (saved: SaveAnswer, status: number) => Response.json(saved, { status, headers })

/** What is stored of the thread; with `?since=` of the version that is known, 204 where it is still that. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const stored = await readDocument(context.database.prisma, owner, threadIdOf(params)).catch(throwAsResponse)
  if (new URL(request.url).searchParams.get('since') === String(stored.version))
    return new Response(null, { status: 204, headers })
  return Response.json(stored, { headers })
}

/** Saves the document that the editor holds, where the thread still has the version that it began with. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const threadId = threadIdOf(params)
  const { prisma } = context.database
  await context.limits.take('save', { owner, ip: context.ip }).catch(throwAsResponse)
  const form = saveSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!form.success) throw new Response('Send the thread’s version and its document.', { status: 400 })
  const { version, document } = form.data
  try {
    return answer(
      { state: 'saved', ...(await saveDocument(prisma, owner, { threadId, version }, document)) },
      200,
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'thread-changed')
      return answer({ state: 'changed', ...(await readDocument(prisma, owner, threadId)) }, error.status)
    if (error.status === 409 || error.status === 422)
      return answer({ state: 'refused', code: error.code, error: error.message }, error.status)
    return throwAsResponse(error)
  }
}
