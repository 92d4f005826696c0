import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { Storage } from '#app/platform/storage.ts'
import { dataFiles } from './data-files.ts'
import { mailOfExport } from './privacy-mails.ts'
import { zip } from './zip.ts'

/** Where the files of exports lie in the storage. */
export const exportsPrefix = 'exports'

/** How long a file can be fetched, in days. */
export const exportDays = 7

export type ExportDependencies = { prisma: Db; storage: Storage; sealer: Sealer; appUrl: string }

/** Makes the file of an export and mails its owner where it is. Done twice, the second finds nothing to do. */
export async function runExport(
  { prisma, storage, sealer, appUrl }: ExportDependencies,
  exportId: string,
): Promise<void> {
  const asked = await prisma.dataExport.findUnique({ where: { id: exportId, finishedAt: null } })
  if (!asked) return
  const { userId } = asked
  const bytes = await zip(dataFiles(prisma, userId))
  const storageKey = `${exportsPrefix}/${exportId}.zip`
  await storage.put(storageKey, bytes, { contentType: 'application/zip' })
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.dataExport.updateMany({
      where: { id: exportId, finishedAt: null },
      data: { storageKey, bytes: bytes.length, finishedAt: new Date() },
    })
    if (count === 0) return
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    if (email === null) return
    await queueMail(tx, sealer, { to: email, ...mailOfExport(appUrl, exportDays) })
  })
}
