import { countWords } from '#app/features/segmentation/count-words.ts'
import { doubtSentence } from '#app/features/sources/doubt-sentence.ts'
import type { LastReread, SourcePageData } from '#app/features/sources/source-page.ts'
import { sourceTitle } from '#app/features/sources/source-title.ts'
import type { ShownReread, SourcePageProps } from './source-props.ts'

/** What the page is told of a source, as JSON can carry it. */
export function shownSource({
  source,
  versions,
  lastReread,
}: SourcePageData): Omit<SourcePageProps, 'threads' | 'editing'> {
  const { snapshot } = source
  return {
    sourceId: source.id,
    title: sourceTitle({
      title: snapshot?.title ?? source.feed?.title ?? null,
      url: source.url,
      fileName: source.fileName,
      text: snapshot?.text ?? null,
    }),
    url: source.url,
    fileName: source.fileName,
    snapshot: snapshot && {
      id: snapshot.id,
      reason: snapshot.reason,
      kind: snapshot.kind,
      title: snapshot.title,
      byline: snapshot.byline,
      siteName: snapshot.siteName,
      publishedAt: snapshot.publishedAt,
      language: snapshot.language,
      text: snapshot.text,
      blocks: snapshot.blocks,
      quality: snapshot.quality,
      words: aboutHowManyWords(snapshot.text),
      readAt: snapshot.readAt.toISOString(),
    },
    doubt: snapshot?.quality.doubt ? doubtSentence(snapshot.quality.doubt) : null,
    versions: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
    reread: lastReread && shownReread(lastReread),
  }
}

function shownReread(last: LastReread): ShownReread {
  return last.state === 'at work' ? last : { ...last, at: last.at.toISOString() }
}

/** Counting words costs by the length, and nobody wants to know of a long text how many exactly. */
const countedExactly = 30_000

function aboutHowManyWords(text: string): number {
  if (text.length <= countedExactly) return countWords(text)
  const share = text.length / countedExactly
  return Math.round((countWords(text.slice(0, countedExactly)) * share) / 100) * 100
}
