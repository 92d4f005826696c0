import type { DocumentTweet } from './thread-document.ts'
import type { TweetChange } from './tweet-change.ts'

/**
 * What changed as one short sentence: "2 tweets changed, 1 added, 1 locked." `whole` is what the later document has
 * of numbering and title where they changed, null where they didn't.
 */
export function changesSentence(
  changes: readonly TweetChange[],
  marks: { before: ReadonlyMap<string, DocumentTweet>; after: readonly DocumentTweet[] },
  whole: { numbering: boolean | null; title: { now: string | null } | null },
): string {
  const ofKind = (kind: TweetChange['kind']) => changes.filter((change) => change.kind === kind).length
  const turned = (mark: 'isLocked' | 'isOpinion', to: boolean) =>
    marks.after.filter((tweet) => {
      const was = marks.before.get(tweet.id)
      return was && was[mark] !== to && tweet[mark] === to
    }).length
  const counts: [number, string][] = [
    [ofKind('changed'), 'changed'],
    [ofKind('added'), 'added'],
    [ofKind('removed'), 'removed'],
    [ofKind('moved'), 'moved'],
    [turned('isLocked', true), 'locked'],
    [turned('isLocked', false), 'unlocked'],
    [turned('isOpinion', true), 'marked as opinion'],
    [turned('isOpinion', false), 'no longer marked as opinion'],
  ]
  const parts = counts
    .filter(([count]) => count > 0)
    .map(([count, deed], at) => `${count}${at > 0 ? '' : count === 1 ? ' tweet' : ' tweets'} ${deed}`)
  if (whole.numbering !== null) parts.push(`numbering switched ${whole.numbering ? 'on' : 'off'}`)
  if (whole.title)
    parts.push(whole.title.now === null ? 'called like its source again' : `called “${whole.title.now}”`)
  const sentence = parts.join(', ')
  return sentence === '' ? 'Nothing changed.' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
