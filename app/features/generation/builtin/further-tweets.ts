import type { Range } from '#app/features/segmentation/sentences.ts'
import type { WriterInput, WrittenTweet } from '../writer.ts'
import { rankHooks } from './hook.ts'
import { looseRuns } from './loose-runs.ts'
import { type Run, runText } from './runs.ts'
import type { Unit } from './unit.ts'

type Given = Pick<WriterInput, 'source' | 'network'>

/** How far into a source an opening is looked for, in sentences. */
const front = 24

const meets = (one: readonly Range[], other: readonly Range[]) =>
  one.some(({ start, end }) => other.some((range) => range.start < end && range.end > start))

const rangesOf = (run: Run, units: readonly Unit[]) =>
  units.slice(run.first, run.last + 1).map(({ range }) => range)

/**
 * Other openings for a thread, the best first: runs of the source's sentences ranked as the built-in writer ranks hooks,
 * each from another place than the present one. Those that another tweet says already come last.
 */
export function otherHooks(
  given: Given,
  {
    room,
    present,
    taken,
    most,
  }: { room: number; present: WrittenTweet; taken: readonly Range[]; most: number },
): WrittenTweet[] {
  const { reading, scores, runs, title } = looseRuns(given, room)
  const { units, language, personal } = reading
  const hooks = rankHooks({
    runs,
    units,
    scores,
    title,
    network: given.network,
    language,
    room,
    personal,
    latest: front,
    front,
  })
  const chosen: { run: Run; tweet: WrittenTweet; isTaken: boolean }[] = []
  for (const { run, text, spans } of hooks) {
    const ranges = rangesOf(run, units)
    if (meets(ranges, present.spans) || present.text.includes(units[run.first]?.text ?? text)) continue
    if (chosen.some((one) => one.run.first <= run.last && one.run.last >= run.first)) continue
    chosen.push({ run, tweet: { text, spans }, isTaken: meets(ranges, taken) })
  }
  return [...chosen.filter(({ isTaken }) => !isTaken), ...chosen.filter(({ isTaken }) => isTaken)]
    .slice(0, most)
    .map(({ tweet }) => tweet)
}

/** What follows a passage in the source and no tweet says yet, as one tweet; null where nothing does. */
export function goingOn(
  given: Given,
  { room, after, taken }: { room: number; after: number; taken: readonly Range[] },
): WrittenTweet | null {
  const { reading, runs } = looseRuns(given, room)
  const { units, language } = reading
  const open = runs.filter((run) => {
    const ranges = rangesOf(run, units)
    return (ranges[0]?.start ?? 0) >= after && !meets(ranges, taken)
  })
  const first = Math.min(...open.map((run) => run.first))
  const [best] = open.filter((run) => run.first === first).sort((a, b) => b.value - a.value)
  return best ? { text: runText(best, units, language), spans: rangesOf(best, units) } : null
}
