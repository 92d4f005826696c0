import { CircleAlert, CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react'
import type { Verdict } from '#app/features/support/verdict.ts'
import { isDoubted } from '#app/features/support/verdict.ts'
import { verdictWords } from './verdict-words.ts'

const signs: Record<Verdict, { Icon: LucideIcon; colour: string }> = {
  supported: { Icon: CircleCheck, colour: 'text-good' },
  partly: { Icon: CircleAlert, colour: 'text-warn' },
  unsupported: { Icon: CircleX, colour: 'text-bad' },
  opinion: { Icon: CircleDashed, colour: 'text-muted' },
}

/** Whether the source backs a tweet, in a word and a sign. Only doubt is said aloud: it is what the eye should find. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { Icon, colour } = signs[verdict]
  const words = isDoubted(verdict) ? `font-semibold ${colour}` : 'text-muted'
  return (
    <span className={`inline-flex items-center gap-1.5 ${words}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
      {verdictWords[verdict]}
    </span>
  )
}
