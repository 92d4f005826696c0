import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import type { ProgressTweet } from '#app/features/generation/progress.ts'
import type { GenerationStatus } from '#app/features/threads/generation-status.ts'
import { paths } from '#app/paths.ts'
import { readableDate } from '#app/ui/relative-time.ts'
import { CoverageBar } from './CoverageBar.tsx'
import { isFinal } from './generation-view.ts'
import { LeftOut } from './LeftOut.tsx'
import { leftOut } from './left-out.ts'
import { MarkedText } from './MarkedText.tsx'
import { coverageOf, markPassages } from './passages.ts'
import type { ShownSource } from './thread-props.ts'
import type { Lit } from './use-lit.ts'

type SourcePaneProps = {
  id: string
  shown: boolean
  source: ShownSource | null
  /** Of the page, so that the source's own isn't said twice. */
  title: string
  tweets: ProgressTweet[]
  status: GenerationStatus
  lit: Lit
  sourceId: string
  onTweet: () => void
  /** The thread's, for adding a tweet; null while it is being written. */
  version: number | null
  hasModel: boolean
}

export function SourcePane({
  id,
  shown,
  source,
  title,
  tweets,
  status,
  lit,
  sourceId,
  onTweet,
  version,
  hasModel,
}: SourcePaneProps) {
  const marked = useMemo(() => {
    if (source === null) return []
    const passages = tweets.flatMap(({ position, spans }) => spans.map((span) => ({ position, ...span })))
    return markPassages(source.text, source.blocks, passages)
  }, [source, tweets])

  return (
    <section
      id={id}
      data-shown={shown}
      aria-labelledby={`${id}-title`}
      className="pane min-w-0 lg:col-start-1 lg:row-start-1"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; the section is the landmark, this the scrolling pane */}
      <div
        role="group"
        aria-label="The source’s text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
        tabIndex={0}
        data-tie-clip
        data-tie-edge
        className="relative rounded-card lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:overscroll-contain lg:pr-6"
      >
        {source === null ? (
          <>
            <h2 id={`${id}-title`} className="sr-only">
              Source
            </h2>
            <p className="pb-5 font-serif text-lg text-muted">
              {isFinal(status)
                ? 'The source was not read.'
                : 'The source appears here as soon as it has been read.'}
            </p>
            {!isFinal(status) && <TextToCome />}
          </>
        ) : (
          <>
            <div className="sticky top-0 z-1 bg-paper pb-4">
              <CoverageBar coverage={coverageOf(marked)} />
            </div>
            <h2
              id={`${id}-title`}
              dir="auto"
              className={
                source.title === null || source.title === title
                  ? 'sr-only'
                  : 'mt-2 font-serif text-2xl leading-snug font-medium tracking-tight'
              }
            >
              {source.title ?? 'Source'}
            </h2>
            <Origin source={source} />
            <p className="mt-2 text-sm">
              <Link
                to={paths.source(sourceId)}
                className="-my-3 py-3 text-accent underline underline-offset-2"
              >
                Check or correct what was read
              </Link>
            </p>
            {version !== null && <LeftOut passages={leftOut(marked)} version={version} hasModel={hasModel} />}
            <MarkedText marked={marked} lit={lit} onTweet={onTweet} />
            <div
              aria-hidden
              className="pointer-events-none sticky bottom-0 hidden h-12 bg-linear-to-t from-paper to-transparent lg:block"
            />
          </>
        )}
      </div>
    </section>
  )
}

function Origin({ source }: { source: ShownSource }) {
  const date = source.publishedAt === null ? null : readableDate(source.publishedAt)
  const facts = [source.byline, source.siteName, date].filter(Boolean)
  if (facts.length === 0) return null
  return (
    <p dir="auto" className="mt-1 text-sm text-muted">
      {facts.join(' · ')}
    </p>
  )
}

const lines = ['w-full', 'w-11/12', 'w-full', 'w-2/3', '', 'w-full', 'w-10/12', 'w-11/12', 'w-full', 'w-1/2']

function TextToCome() {
  return (
    <div aria-hidden className="space-y-4">
      {lines.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a drawing, which never change
        <div key={index} className={`h-3 rounded-full bg-sunken ${width}`} />
      ))}
    </div>
  )
}
