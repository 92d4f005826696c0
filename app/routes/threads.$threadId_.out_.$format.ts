import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { noteTakenOut } from '#app/features/analytics/note-seen.server.ts'
import { exportedThread } from '#app/features/threads/exports/exported-thread.ts'
import { attachment, fileName } from '#app/features/threads/exports/file-name.ts'
import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { formats } from '#app/features/threads/exports/formats.ts'
import { readWrittenThread } from '#app/features/threads/exports/read-written-thread.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'

/** A thread as a file, for its owner. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const wanted = z.enum(exportFormats).safeParse(params.format)
  if (!wanted.success) throw new Response('Threadr writes no such format.', { status: 404 })
  const threadId = threadIdOf(params)
  const thread = await readWrittenThread(context.database.prisma, owner, threadId).catch(throwAsResponse)
  noteTakenOut(request, context, { owner, threadId, format: wanted.data })
  const { extension, contentType, write } = formats[wanted.data]
  return new Response(write(exportedThread(thread, context.env.appUrl + paths.threadSchema())), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': attachment(fileName(thread.title), extension),
      'Cache-Control': 'private, no-store',
    },
  })
}
