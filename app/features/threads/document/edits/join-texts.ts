import { breakIsSpace } from '#app/features/sources/clean-characters.ts'

const endsSentence = /[\p{Sentence_Terminal}…]["'”’“»«›)\]}）］」』】〉》]*$/u
const endsOpen = /[,;、，；–—-]$/u
const goesOn = /^[\p{Ll}\p{Lo}]/u
const listMark = /^(?:[-*•‣◦·–—→]\s|\d{1,3}[.)]\s)/u

/**
 * Two texts as one, and where the second begins in it (a UTF-16 offset). A sentence that goes on, and sentences that are
 * one paragraph each, are joined by a space (by nothing between Chinese or Japanese); a blank line stands where either has
 * lines of its own, before a list, and after what ends without a full stop, as headings, hashtags and emoji do.
 */
export function joinTexts(before: string, after: string): { text: string; seam: number } {
  const [first, second] = [before.trimEnd(), after.trimStart()]
  const joint = first === '' || second === '' ? '' : jointOf(first, second)
  return { text: first + joint + second, seam: first.length + joint.length }
}

function jointOf(first: string, second: string): string {
  const space = breakIsSpace(first, second) ? ' ' : ''
  const isList = listMark.test(second)
  const isEnded = endsSentence.test(first)
  if (!isList && !isEnded && (endsOpen.test(first) || goesOn.test(second))) return space
  const ownLines = first.includes('\n') || second.includes('\n')
  return isList || ownLines || !isEnded ? '\n\n' : space
}
