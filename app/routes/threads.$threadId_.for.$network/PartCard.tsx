import { useState } from 'react'
import { paths } from '#app/paths.ts'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { VerdictMark } from '../threads.$threadId/VerdictMark.tsx'
import { FindingCard } from '../threads.$threadId_.out/FindingCard.tsx'
import { OutOfDate } from './OutOfDate.tsx'
import { OwnWordsForm } from './OwnWordsForm.tsx'
import { PostCount } from './PostCount.tsx'
import type { ShownPart, VariantPageProps } from './variant-props.ts'

/** A tweet as it stands on the network: its posts, whether they are its own words, and what can be done. */
export function PartCard({ part, page }: { part: ShownPart; page: VariantPageProps }) {
  const { tweetId, position, posts, findings, changedSince } = part
  const { threadId, network, version, threadVersion, answer } = page
  const own = answer?.values.tweetId === tweetId ? answer : undefined
  const [isOpen, setOpen] = useState(own?.intent === 'say')
  return (
    <article
      aria-label={`Tweet ${position}`}
      className={`rounded-card border bg-surface p-4 ${changedSince ? 'border-warn' : 'border-hairline'}`}
    >
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <TextLink to={`${paths.thread(threadId)}#tweet-${position}`}>Tweet {position}</TextLink>
        <span>{stateOf(part)}</span>
      </p>
      {own?.errors.form !== undefined && (
        <p role="alert" className="mt-2 text-sm font-medium text-bad">
          {own.errors.form}
        </p>
      )}
      {changedSince && <OutOfDate part={part} words={changedSince} version={version} />}
      {posts.map((post) => (
        <div key={post.position} id={`post-${post.position}`} className="mt-2 scroll-mt-4">
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {post.text}
            {post.number !== '' && <span className="text-muted">{post.number}</span>}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 text-sm">
            {post.verdict !== null && <VerdictMark verdict={post.verdict} />}
            {page.whole === null && (
              <span className="ml-auto inline-flex items-center gap-1">
                <PostCount text={post.text + post.number} network={network} limit={page.limit} />
                <CopyButton text={post.text + post.number} label={`Copy post ${post.position}`} iconOnly />
              </span>
            )}
          </p>
        </div>
      ))}
      {findings.length > 0 && (
        <ul className="mt-3 space-y-3">
          {findings.map((finding) => (
            <li key={finding.key}>
              <FindingCard
                finding={finding}
                place={{ name: nameOf(page, finding.position), to: `#post-${finding.position}` }}
                several={page.whole ? 'paragraphs' : 'posts'}
                fields={{ version, threadVersion }}
                answer={answer}
              />
            </li>
          ))}
        </ul>
      )}
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="mt-2">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong lg:min-h-9">
          Say it otherwise here<span className="sr-only">, tweet {position}</span>
        </summary>
        <OwnWordsForm key={version} part={part} page={page} answer={own} />
      </details>
    </article>
  )
}

const nameOf = ({ whole }: VariantPageProps, position: number) =>
  `${whole ? 'Paragraph' : 'Post'} ${position}`

function stateOf({ isOwn, posts, changedSince }: ShownPart): string {
  if (!isOwn) return 'As in the thread'
  const words =
    posts.length === 0 ? 'Left out here' : posts.length > 1 ? `${posts.length} parts here` : 'Own words'
  return changedSince ? `${words}, out of date` : words
}
