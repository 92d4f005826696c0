import { isWebAddress } from '#app/ui/find-links.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { readableDate } from '#app/ui/relative-time.ts'
import type { ShownSnapshot, SourcePageProps } from './source-props.ts'

const kindNames: Record<ShownSnapshot['kind'], string> = {
  text: 'Plain text',
  markdown: 'Markdown',
  html: 'Web page',
  pdf: 'PDF',
  docx: 'Word document',
  epub: 'E-book',
}

/** Where a source came from, and what it is, in a line or two. */
export function SourceFacts({
  url,
  fileName,
  snapshot,
}: Pick<SourcePageProps, 'url' | 'fileName' | 'snapshot'>) {
  return (
    <>
      {url !== null && isWebAddress(url) && (
        <p className="mt-2 truncate text-sm">
          <a
            href={url}
            target="_blank"
            rel="noopener nofollow ugc"
            className="-my-3 py-3 text-accent underline underline-offset-2"
          >
            {url}
          </a>
        </p>
      )}
      {snapshot && (
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted tabular-nums">
          {factsOf(snapshot, fileName).map((fact) => (
            <li key={fact} dir="auto">
              {fact}
            </li>
          ))}
          <li>
            {snapshot.reason === 'corrected' ? 'Put right by you ' : 'Read '}
            <RelativeTime iso={snapshot.readAt} />
          </li>
          {snapshot.reason !== 'corrected' && snapshot.kind === 'html' && (
            <li>
              <Confidence score={snapshot.quality.score} />
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function factsOf(snapshot: ShownSnapshot, fileName: string | null): string[] {
  const { byline, siteName, publishedAt, language, kind, words } = snapshot
  const facts = [
    byline,
    siteName,
    publishedAt && readableDate(publishedAt),
    fileName ?? kindNames[kind],
    language && languageName(language),
    `${new Intl.NumberFormat('en').format(words)} words`,
  ]
  return facts.flatMap((fact) => fact || [])
}

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag
}

function Confidence({ score }: { score: number }) {
  const colour = score >= 70 ? 'text-good' : score >= 40 ? 'text-warn' : 'text-bad'
  return (
    <span title="How far Threadr trusts that this is the article and nothing else">
      Confidence <strong className={`font-semibold ${colour}`}>{score}</strong> of 100
    </span>
  )
}
