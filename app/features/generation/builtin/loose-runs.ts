import { measure } from '#app/features/counting/count.ts'
import type { WriterInput } from '../writer.ts'
import { justIntroduced } from './run-worth.ts'
import { possibleRuns, type Run, unitLengths } from './runs.ts'
import { type Score, scoreUnits } from './sentence-scoring.ts'
import { bareTitle, type Title, usableTitle } from './title.ts'
import { type Reading, readUnits } from './units.ts'

/** What a unit must be worth to be added to a tweet that stands for itself. */
const filler = 0.12

type LooseRuns = { reading: Reading; scores: Score[]; runs: Run[]; title: Title | null }

/** Every tweet of at most `room` counted characters that could be made of a source, whatever else its thread holds. */
export function looseRuns(
  { source, network }: Pick<WriterInput, 'source' | 'network'>,
  room: number,
): LooseRuns {
  const reading = readUnits(source)
  const { units, language } = reading
  const scores = scoreUnits(reading, bareTitle(source))
  const runs = possibleRuns({
    units,
    scores,
    lengths: unitLengths(units, network),
    introduced: justIntroduced(units),
    network,
    language,
    room: Math.min(room, measure('', network).limit),
    filler,
  })
  return { reading, scores, runs, title: usableTitle(source, units, language) }
}
