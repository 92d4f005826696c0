import { CircleAlert, CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react'
import type { Verdict } from '#app/features/support/verdict.ts'

const marks: Record<Verdict, { Icon: LucideIcon; words: string; colour: string }> = {
  supported: { Icon: CircleCheck, words: 'Supported', colour: 'text-good' },
  partly: { Icon: CircleAlert, words: 'Partly supported', colour: 'text-warn' },
  unsupported: { Icon: CircleX, words: 'Not in the source', colour: 'text-bad' },
  opinion: { Icon: CircleDashed, words: 'Opinion', colour: 'text-muted' },
}

/** Whether the source backs a tweet, in a word and a sign. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { Icon, words, colour } = marks[verdict]
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium ${colour}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {words}
    </span>
  )
}
