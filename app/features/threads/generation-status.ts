/** How the newest attempt to write a thread stands; it is the thread's own state in lists. */
export const generationStatuses = ['queued', 'running', 'waiting', 'ready', 'failed', 'cancelled'] as const
export type GenerationStatus = (typeof generationStatuses)[number]
