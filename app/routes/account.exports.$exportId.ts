import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { requireSession } from '#app/features/accounts/guards.server.ts'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { readExportFile } from '#app/features/privacy/read-exports.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'

const paramsSchema = z.object({ exportId: z.uuid() })

/** The file of an export, for who is signed in as its owner. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session } = requireSession(await readViewer(request, context), request)
  const parsed = paramsSchema.safeParse(params)
  if (!parsed.success) throw new Response('There is no such file here.', { status: 404 })
  const { database, storage } = context
  const bytes = await readExportFile(
    { prisma: database.prisma, storage },
    { userId: session.userId, exportId: parsed.data.exportId },
  ).catch(throwAsResponse)
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="threadr-data.zip"',
      'Cache-Control': 'private, no-store',
    },
  })
}
