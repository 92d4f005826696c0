/** The writers Threadr has: an OpenAI-compatible model, and the built-in one that needs no key and no network. */
export const writerNames = ['openai', 'builtin'] as const
export type WriterName = (typeof writerNames)[number]
