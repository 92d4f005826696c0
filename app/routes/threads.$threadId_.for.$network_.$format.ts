import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readViewer } from '#app/features/accounts/read-viewer.server.ts'
import { requireFeature } from '#app/features/billing/require-feature.server.ts'
import { attachment, fileName } from '#app/features/threads/exports/file-name.ts'
import { exportFormats } from '#app/features/threads/exports/format-names.ts'
import { formats } from '#app/features/threads/exports/formats.ts'
import { exportedVariant } from '#app/features/threads/variants/exported-variant.ts'
import { readVariant, variantVersions } from '#app/features/threads/variants/read-variant.ts'
import { variantNetworkSchema } from '#app/features/threads/variants/variant.ts'
import { paths, threadIdOf } from '#app/paths.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'

const wantedSchema = z.object({ network: variantNetworkSchema, format: z.enum(exportFormats) })

/** A variant as a file, for its owner. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { owner } = await readViewer(request, context)
  const wanted = wantedSchema.safeParse(params)
  if (!wanted.success) throw new Response('Threadr writes no such file.', { status: 404 })
  const { network, format } = wanted.data
  const place = { threadId: threadIdOf(params), network }
  const variant = await readVariant(context.database.prisma, owner, place).catch(throwAsResponse)
  const versions = await variantVersions(context.database.prisma, place)
  if (versions.length === 0) await requireFeature(context, owner, 'variants').catch(throwAsResponse)
  const { extension, contentType, write } = formats[format]
  return new Response(write(exportedVariant(variant, context.env.appUrl + paths.threadSchema())), {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': attachment(`${fileName(variant.thread.title)}-${network}`, extension),
      'Cache-Control': 'private, no-store',
    },
  })
}
