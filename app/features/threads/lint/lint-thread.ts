import { doubted } from './doubted.ts'
import { type Finding, type LintedThread, type Looked, levels } from './finding.ts'
import { linkCost } from './link-cost.ts'
import { lintWords } from './lint-words.ts'
import { overLimit } from './over-limit.ts'
import { sameTexts } from './same-texts.ts'

const checks: readonly ((looked: Looked) => Finding[])[] = [overLimit, lintWords, doubted, linkCost]

/**
 * What to look at before a thread is posted on a network: what would stop it first, then in the order of the tweets. It
 * changes nothing and runs in the browser too; each fix is an edit of the document, which its owner makes or doesn't.
 */
export function lintThread(thread: LintedThread): Finding[] {
  const each = thread.document.tweets.flatMap((tweet, at) => {
    const looked = { tweet, position: at + 1, thread }
    return checks.flatMap((check) => check(looked))
  })
  const rank = ({ level }: Finding) => levels.indexOf(level)
  return [...each, ...sameTexts(thread)].sort((a, b) => rank(a) - rank(b) || a.position - b.position)
}
