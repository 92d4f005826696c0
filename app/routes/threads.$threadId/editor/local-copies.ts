import { createStore, del, entries, set } from 'idb-keyval'
import * as z from 'zod/mini'
import { threadDocumentSchema } from '#app/features/threads/document/thread-document.ts'

/** What was typed and isn't known to be on the server, with what it began from. */
const copySchema = z.object({
  threadId: z.string(),
  /** The page that typed it: two tabs never write over each other's. */
  page: z.string(),
  base: z.object({ version: z.number(), document: threadDocumentSchema }),
  document: threadDocumentSchema,
  /** Milliseconds since 1970. */
  at: z.number(),
})
export type LocalCopy = z.infer<typeof copySchema>

/** Copies kept by this browser. Every method tells by its answer whether it worked: a private window may refuse. */
export type LocalCopies = {
  write: (copy: LocalCopy) => Promise<boolean>
  remove: (copy: Pick<LocalCopy, 'threadId' | 'page'>) => Promise<boolean>
  /** Of one thread, oldest first. */
  read: (threadId: string) => Promise<LocalCopy[]>
}

const keyOf = ({ threadId, page }: Pick<LocalCopy, 'threadId' | 'page'>) => `${threadId} ${page}`

/** In IndexedDB, which outlives a crash, a reload and a day offline. */
export function browserCopies(): LocalCopies {
  // Opened anew where it was closed under us: signing out clears what the browser keeps for the site.
  const store = () => createStore('threadr-drafts', 'drafts')
  let opened: ReturnType<typeof createStore> | null = null
  async function within<Answer>(run: (from: ReturnType<typeof createStore>) => Promise<Answer>) {
    try {
      opened ??= store()
      return await run(opened)
    } catch {
      opened = null
      return null
    }
  }
  return {
    write: async (copy) => (await within((at) => set(keyOf(copy), copy, at).then(() => true))) ?? false,
    remove: async (copy) => (await within((at) => del(keyOf(copy), at).then(() => true))) ?? false,
    async read(threadId) {
      const found = (await within((at) => entries<string, unknown>(at))) ?? []
      return found
        .filter(([key]) => String(key).startsWith(`${threadId} `))
        .flatMap(([, value]) => copySchema.safeParse(value).data ?? [])
        .sort((a, b) => a.at - b.at)
    },
  }
}
