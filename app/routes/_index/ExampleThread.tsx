import { useRef, useState } from 'react'
import { markPassages } from '#app/routes/threads.$threadId/passages.ts'
import { LinkedText } from '#app/ui/LinkedText.tsx'
import { PaneTabs } from '#app/ui/PaneTabs.tsx'
import { ThreadItem, ThreadLine } from '#app/ui/ThreadLine.tsx'
import { Ties } from '#app/ui/Ties.tsx'
import type { Example, ExampleParagraph } from './landing-props.ts'

/** A real thread beside its article, each used paragraph tied to its tweet; on a narrow screen the thread, and the article by a tab. */
export function ExampleThread({ example }: { example: Example }) {
  const [pane, setPane] = useState('example-thread')
  const container = useRef<HTMLDivElement>(null)
  const pairs = example.paragraphs.flatMap((paragraph, index) =>
    paragraph.used === null
      ? []
      : [{ from: `example-passage-${index}`, to: `example-tweet-${paragraph.used}` }],
  )
  return (
    <section aria-labelledby="example" className="border-y border-hairline bg-sunken">
      <div className="mx-auto max-w-page px-4 py-14 sm:px-6 sm:py-20">
        <h2 id="example" className="font-serif text-3xl font-medium tracking-tight sm:text-4xl">
          A thread, and the article it was made from
        </h2>
        <p className="mt-2 text-muted">
          Made by Threadr’s built-in writer, which needs no model. Nothing was edited.
        </p>
        <div className="mt-6 lg:hidden">
          <PaneTabs
            label="Show of the example"
            panes={[
              { id: 'example-thread', label: 'Thread' },
              { id: 'example-article', label: 'Article' },
            ]}
            shown={pane}
            onShow={setPane}
          />
        </div>
        <div
          ref={container}
          className="relative mt-6 grid gap-12 lg:mt-10 lg:grid-cols-[minmax(0,7fr)_minmax(0,6fr)] lg:gap-24"
        >
          <div
            id="example-thread"
            data-shown={pane === 'example-thread'}
            className="pane lg:col-start-2 lg:row-start-1 lg:flex"
          >
            <ThreadLine aria-label="The thread" className="lg:flex lg:grow lg:flex-col">
              {example.tweets.map((tweet, index) => (
                <ThreadItem key={tweet} id={`example-tweet-${index + 1}`} className="lg:grow last:grow-0">
                  <p
                    dir="auto"
                    className="rounded-card border border-hairline bg-surface p-4 whitespace-pre-line"
                  >
                    <LinkedText text={tweet} />
                  </p>
                </ThreadItem>
              ))}
            </ThreadLine>
          </div>
          <article
            id="example-article"
            data-shown={pane === 'example-article'}
            aria-labelledby="example-title"
            data-tie-edge
            className="pane rounded-card border border-hairline lg:col-start-1 lg:row-start-1 bg-surface p-5 sm:p-10"
          >
            <h3 id="example-title" className="font-serif text-2xl font-medium">
              {example.title}
            </h3>
            <p className="mt-1 text-sm text-muted">{example.byline}</p>
            <div className="mt-5 space-y-4 font-serif text-[1.1875rem] leading-[1.6]">
              {example.paragraphs.map((paragraph, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text, whose paragraphs are told apart by their place
                <p key={index}>
                  <MarkedParagraph paragraph={paragraph} id={`example-passage-${index}`} />
                </p>
              ))}
            </div>
          </article>
          <Ties container={container} pairs={pairs} className="opacity-60" />
        </div>
      </div>
    </section>
  )
}

function MarkedParagraph({ paragraph, id }: { paragraph: ExampleParagraph; id: string }) {
  const { text, used, spans } = paragraph
  if (used === null) return text
  const whole = { start: 0, end: text.length }
  const passages = (spans ?? [whole]).map((span) => ({ position: used, ...span }))
  const [marked] = markPassages(text, [{ kind: 'paragraph', ...whole }], passages)
  return marked?.pieces.map((piece) =>
    piece.tweets.length === 0 ? (
      piece.text
    ) : (
      <mark key={piece.start} id={piece.first.length > 0 ? id : undefined} className="passage">
        {piece.text.trimEnd()}
        <span className="ml-1 font-sans text-xs font-medium text-accent tabular-nums">
          <span className="sr-only"> (tweet </span>
          {used}
          <span className="sr-only">)</span>
        </span>
        {piece.text.slice(piece.text.trimEnd().length)}
      </mark>
    ),
  )
}
