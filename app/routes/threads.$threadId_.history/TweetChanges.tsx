import type { TweetChange } from '#app/features/threads/document/tweet-change.ts'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import type { ShownChange, ShownChanges } from './history-props.ts'

const deeds: Record<TweetChange['kind'], string> = {
  same: '',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
}

/** What turns one version into another, tweet by tweet; tweets in a row that stayed are only counted. */
export function TweetChanges({ changes: { tweets, summary } }: { changes: ShownChanges }) {
  return (
    <>
      <p className="text-muted">{summary}</p>
      <ol className="mt-4 space-y-3">
        {inRuns(tweets).map((run) =>
          Array.isArray(run) ? (
            <li key={run[0]?.tweetId} className="px-4 text-sm text-muted">
              {run.length === 1 ? 'One tweet is the same.' : `${run.length} tweets are the same.`}
            </li>
          ) : (
            <li key={run.tweetId} className="rounded-card border border-hairline bg-surface">
              <p className="px-4 pt-3 text-sm text-muted">{deedsOf(run).join(' · ')}</p>
              <p dir="auto" className="px-4 pt-1 pb-4 whitespace-pre-line wrap-anywhere">
                <ChangedWords words={run.words} />
              </p>
            </li>
          ),
        )}
      </ol>
    </>
  )
}

const isSame = ({ kind, lockedChanged, opinionChanged }: TweetChange) =>
  kind === 'same' && !lockedChanged && !opinionChanged

function inRuns(tweets: readonly ShownChange[]): (ShownChange | ShownChange[])[] {
  const runs: (ShownChange | ShownChange[])[] = []
  for (const tweet of tweets) {
    const last = runs.at(-1)
    if (!isSame(tweet)) runs.push(tweet)
    else if (Array.isArray(last)) last.push(tweet)
    else runs.push([tweet])
  }
  return runs
}

function deedsOf(change: ShownChange): string[] {
  const { kind, isMoved, lockedChanged, isLocked, opinionChanged, isOpinion } = change
  return [
    deeds[kind],
    isMoved && kind === 'changed' ? 'Moved' : '',
    lockedChanged ? (isLocked ? 'Locked' : 'Unlocked') : '',
    opinionChanged ? (isOpinion ? 'Called an opinion' : 'No longer called an opinion') : '',
  ].filter((deed) => deed !== '')
}
