import { useRef } from 'react'
import { markPassages } from '#app/routes/threads.$threadId/passages.ts'
import { LinkedText } from '#app/ui/LinkedText.tsx'
import { ThreadItem, ThreadLine } from '#app/ui/ThreadLine.tsx'
import { Ties } from '#app/ui/Ties.tsx'
import type { Example, ExampleParagraph } from './landing-props.ts'

/** A real thread beside its article, each used paragraph tied to its tweet. */
export function ExampleThread({ example }: { example: Example }) {
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
          An article, and the thread made from it
        </h2>
        <p className="mt-2 text-muted">
          Made by Threadr’s built-in writer, which needs no model. Nothing was edited.
        </p>
        <div
          ref={container}
          className="relative mt-10 grid gap-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,6fr)] lg:gap-24"
        >
          <article
            aria-labelledby="example-title"
            data-tie-edge
            className="rounded-card border border-hairline bg-surface p-5 sm:p-10"
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
          <ThreadLine aria-label="The thread" className="lg:flex lg:flex-col">
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
