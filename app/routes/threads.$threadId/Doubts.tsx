import { reasonSentence } from '#app/features/support/reason-sentence.ts'
import type { Reason, Verdict } from '#app/features/support/verdict.ts'
import { isDoubted } from '#app/features/support/verdict.ts'
import { VerdictMark } from './VerdictMark.tsx'

/** More at once would bury the tweet; the rest is folded away. */
const shownAtOnce = 3

type DoubtsProps = { verdict: Verdict | null; reasons: readonly Reason[]; text: string }

/** That a tweet is doubted, and why: a sentence for each thing in it that the source says otherwise, or not at all. */
export function Doubts({ verdict, reasons, text }: DoubtsProps) {
  if (verdict === null || !isDoubted(verdict)) return null
  // The same number twice in a tweet is wrong twice, and told once.
  const ordered = [
    ...new Set([...reasons].sort((a, b) => rank(a) - rank(b)).map((each) => reasonSentence(each, text))),
  ]
  // One more costs no more room than the line that would say so.
  const first = ordered.length <= shownAtOnce + 1 ? ordered : ordered.slice(0, shownAtOnce)
  const more = ordered.slice(first.length)
  const edge = verdict === 'partly' ? 'border-warn' : 'border-bad'
  return (
    <div className={`mx-4 mt-3 rounded-r-control border-l-2 bg-sunken px-3 py-2 text-sm ${edge}`}>
      <p>
        <VerdictMark verdict={verdict} />
      </p>
      <Sentences sentences={first} />
      {more.length > 0 && (
        <details className="group">
          <summary className="-mb-2 inline-flex min-h-11 items-center text-muted underline decoration-edge underline-offset-4 hover:text-ink lg:min-h-9">
            <span className="group-open:hidden">{more.length} more reasons</span>
            <span className="hidden group-open:inline">Fewer reasons</span>
          </summary>
          <Sentences sentences={more} />
        </details>
      )}
    </div>
  )
}

/** That nothing backs a sentence at all says more than what is wrong in it. */
const rank = ({ code }: Reason): number => (code === 'not-in-source' ? 0 : 1)

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className="mt-1 space-y-1">
      {sentences.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          <Isolated sentence={sentence} />
        </li>
      ))}
    </ul>
  )
}

/** What is quoted may be written from right to left, and would turn the sentence around it. */
function Isolated({ sentence }: { sentence: string }) {
  return (
    sentence
      .split(/(“[^”]*”)/u)
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, which never move
      .map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part))
  )
}
