import type { Brief } from '#app/features/generation/generation-facts.ts'

/** A record, or what a list tells of one, as the browser has it. */
export const inBrowser = <Of extends Brief>(record: Of) => ({
  ...record,
  createdAt: record.createdAt.toISOString(),
  finishedAt: record.finishedAt?.toISOString() ?? null,
})
