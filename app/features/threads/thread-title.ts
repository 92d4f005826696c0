import { type NamedSource, sourceTitle } from '#app/features/sources/source-title.ts'

/** What a thread is called: as its owner called it, else as its source is. */
export const threadTitle = ({ ownTitle, ...source }: NamedSource & { ownTitle: string | null }): string =>
  ownTitle || sourceTitle(source)
