import { Link } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { v7 as uuidv7 } from 'uuid'
import type { Finding } from '#app/features/threads/lint/finding.ts'
import { shownFinding } from '#app/features/threads/lint/fixed.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { useEditor } from '../use-editor.ts'

type LintMarksProps = { threadId: string; position: number; findings: readonly Finding[] }

/** What to look at in a tweet before it leaves, a line each; opened it shows what would mend it. */
export function LintMarks({ threadId, position, findings }: LintMarksProps) {
  return (
    <ul aria-label={`To look at in tweet ${position}`} className="mx-4 mt-2 text-sm">
      {findings.map((finding) => (
        <li key={finding.key}>
          <details className="group">
            <summary className="inline-flex min-h-11 items-center gap-2 text-muted hover:text-ink lg:min-h-8">
              <TriangleAlert
                aria-hidden
                className={`size-4 shrink-0 ${finding.level === 'stops' ? 'text-bad' : 'text-warn'}`}
              />
              <span
                dir="auto"
                className="underline decoration-hairline underline-offset-4 wrap-anywhere group-open:no-underline"
              >
                {finding.message}
              </span>
            </summary>
            <Mending threadId={threadId} finding={finding} />
          </details>
        </li>
      ))}
    </ul>
  )
}

function Mending({ threadId, finding }: { threadId: string; finding: Finding }) {
  const editor = useEditor()
  const { fix, refusal } = shownFinding(finding, editor.store.get().document)
  function mend() {
    const { lint, document } = editor.store.get()
    // What was found may be older than the last key.
    const now = lint?.again(document, finding)?.fix
    if (!now) return editor.say('This reads otherwise by now, so nothing was changed.')
    editor.edit((at) => now.edit(at, uuidv7), { kind: 'replace', tweetId: finding.tweetId, told: 'Mended.' })
  }
  return (
    <div className="mb-2 space-y-2 ps-6">
      {refusal !== null && <p className="text-muted">{refusal}</p>}
      {fix?.parts.map((words, at) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fix never move
          key={at}
          dir="auto"
          className="rounded-control bg-sunken px-3 py-2 whitespace-pre-line wrap-anywhere"
        >
          <ChangedWords words={words} />
        </p>
      ))}
      {fix?.note && <p className="text-muted">{fix.note}</p>}
      <p className="flex flex-wrap items-center gap-x-4">
        {fix && <Button onClick={mend}>{fix.label}</Button>}
        <Link
          to={paths.takeOut(threadId)}
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-2"
        >
          All there is to look at
        </Link>
      </p>
    </div>
  )
}
