import { Ellipsis, Lock, PenLine, Scissors } from 'lucide-react'
import { Suspense } from 'react'
import { measure } from '#app/features/counting/count.ts'
import type { TweetWish } from '#app/features/generation/candidates/candidate.ts'
import type { Verdict } from '#app/features/support/verdict.ts'
import { isDoubted } from '#app/features/support/verdict.ts'
import type { DocumentTweet } from '#app/features/threads/document/thread-document.ts'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import { CountRing } from '#app/ui/CountRing.tsx'
import { MenuButton } from '#app/ui/MenuButton.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { passageId } from '../use-lit.ts'
import { VerdictMark } from '../VerdictMark.tsx'
import { MoveHandle } from './MoveHandle.tsx'
import { CardMenu } from './parts-on-demand.tsx'
import type { Ask } from './use-ask.ts'
import { useEditor } from './use-editor.ts'
import { WishButtons } from './WishButtons.tsx'

type CardFooterProps = {
  tweet: DocumentTweet
  position: number
  total: number
  number: string
  limit: number
  verdict: Verdict | null
  passages: number
  onPassage: () => void
  wishes: readonly TweetWish[]
  onAsk: Ask
}

const iconButton = `${quietControlClass} min-w-11 justify-center px-0 lg:min-w-9`

export function CardFooter(props: CardFooterProps) {
  const { tweet, position, total, number, limit, verdict, passages } = props
  const editor = useEditor()
  const posted = tweet.text.trimEnd() + number
  const { length, over } = measure(posted, 'x')
  return (
    <footer className="flex flex-wrap items-center gap-x-1 py-1 pr-1 pl-1.5 text-sm text-muted">
      <MoveHandle tweetId={tweet.id} position={position} total={total} />
      {tweet.isLocked && (
        <button
          type="button"
          onClick={() => editor.setLocked(tweet.id, false)}
          className={`${quietControlClass} text-ink`}
        >
          <Lock aria-hidden className="size-4" />
          Unlock<span className="sr-only"> tweet {position}</span>
        </button>
      )}
      {verdict !== null && !isDoubted(verdict) && (
        <span className="inline-flex px-1">
          <VerdictMark verdict={verdict} />
        </span>
      )}
      {passages > 0 ? (
        <a
          href={`#${passageId(position)}`}
          onClick={props.onPassage}
          className="inline-flex min-h-11 items-center px-1 underline decoration-hairline underline-offset-4 hover:text-ink hover:decoration-thread lg:min-h-9"
        >
          {passages} {passages === 1 ? 'passage' : 'passages'}
          <span className="sr-only"> behind tweet {position}</span>
        </a>
      ) : (
        verdict === null && tweet.text !== '' && <span className="px-1">No passage</span>
      )}
      <span className="ml-auto flex flex-wrap items-center justify-end whitespace-nowrap">
        {over && (
          <button
            type="button"
            aria-label={`Split to fit, tweet ${position}`}
            onClick={() => editor.splitToFit(tweet.id)}
            className={`${quietControlClass} font-medium text-bad hover:text-bad`}
          >
            <Scissors aria-hidden className="size-4" />
            <span aria-hidden>
              Split<span className="max-sm:hidden"> to fit</span>
            </span>
          </button>
        )}
        <span className="inline-flex px-1.5">
          <CountRing length={length} limit={limit} />
        </span>
        <span className="max-sm:hidden">
          <CopyButton text={posted} label={`Copy tweet ${position}`} iconOnly />
        </span>
        {wishesOf(props).length > 0 && (
          <MenuButton
            label={`Rewrite tweet ${position}`}
            className={iconButton}
            face={<PenLine aria-hidden className="size-4" />}
          >
            <WishButtons
              position={position}
              wishes={props.wishes}
              onAsk={(kind) => props.onAsk(tweet.id, kind)}
            />
          </MenuButton>
        )}
        <MenuButton
          label={`More for tweet ${position}`}
          className={iconButton}
          face={<Ellipsis aria-hidden className="size-5" />}
        >
          <Suspense>
            <CardMenu tweet={tweet} position={position} total={total} posted={posted} />
          </Suspense>
        </MenuButton>
      </span>
    </footer>
  )
}

const wishesOf = ({ tweet, wishes }: CardFooterProps) => (tweet.isLocked ? [] : wishes)
