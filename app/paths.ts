import { z } from 'zod'

const threadParams = z.object({ threadId: z.uuid() })
const sourceParams = z.object({ sourceId: z.uuid() })

export const paths = {
  /** The form, with a source already in it if one is given. */
  landing: (source?: string) => (source === undefined ? '/' : `/?${new URLSearchParams({ source })}`),
  threads: () => '/threads',
  thread: (threadId: string) => `/threads/${threadId}`,
  /** How a thread was made. */
  howMade: (threadId: string) => `/threads/${threadId}/how`,
  /** What was read of a source; with `edit`, opened to be put right. */
  source: (sourceId: string, { edit = false } = {}) => `/sources/${sourceId}${edit ? '?edit' : ''}`,
}

/** The thread an address names; an address that can't name one is as good as one that names none. */
export function threadIdOf(params: unknown): string {
  const parsed = threadParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such thread here.', { status: 404 })
  return parsed.data.threadId
}

/** The source an address names, likewise. */
export function sourceIdOf(params: unknown): string {
  const parsed = sourceParams.safeParse(params)
  if (!parsed.success) throw new Response('There is no such source here.', { status: 404 })
  return parsed.data.sourceId
}
