import type { Db } from '#app/platform/db.server.ts'
import { days, hours } from '#app/platform/durations.ts'
import type { Storage } from '#app/platform/storage.ts'
import { exportDays, exportsPrefix } from './run-export.ts'

const mostAtOnce = 1_000
/** What is at work for longer has died with its last try. */
const longestWork = hours(24)

/** Deletes exports and their files once their time is over, 1,000 at most. Returns how many files. */
export async function sweepExports(
  { prisma, storage }: { prisma: Db; storage: Storage },
  now = new Date(),
): Promise<number> {
  const over = new Date(now.getTime() - days(exportDays))
  const files = await storage.listOlderThan(exportsPrefix, over, mostAtOnce)
  for (const key of files) await storage.delete(key)
  await prisma.dataExport.deleteMany({
    where: {
      OR: [
        { createdAt: { lt: over } },
        { finishedAt: null, createdAt: { lt: new Date(now.getTime() - longestWork) } },
      ],
    },
  })
  return files.length
}
