import { type Progress, type StepName, stepNames } from './progress.ts'
import type { WriterName } from './writer-names.ts'

/** The progress of a generation that nobody has begun; a pasted text needs no fetching. */
export function initialProgress(needsFetching: boolean): Progress {
  return {
    steps: {
      fetching: needsFetching ? 'waiting' : 'skipped',
      reading: 'waiting',
      planning: 'waiting',
      writing: 'waiting',
      checking: 'waiting',
    },
    planned: null,
    writer: null,
    tweets: [],
    switched: null,
  }
}

/** The same progress with one step begun, and the active one before it done. */
export function atStep(progress: Progress, step: StepName): Progress {
  const rested = atRest(progress)
  return { ...rested, steps: { ...rested.steps, [step]: 'active' } }
}

/** The same progress with the active step done and the next not begun. */
export function atRest(progress: Progress): Progress {
  const steps = { ...progress.steps }
  for (const name of stepNames) if (steps[name] === 'active') steps[name] = 'done'
  return { ...progress, steps }
}

/** The same progress with nothing left to do. */
export function allDone(progress: Progress): Progress {
  const steps = { ...progress.steps }
  for (const name of stepNames) if (steps[name] !== 'skipped') steps[name] = 'done'
  return { ...progress, steps }
}

/** The same progress at its writing, for another writer that begins anew because the one before has failed. */
export function atSwitch(
  progress: Progress,
  { writer, because }: { writer: WriterName; because: string },
): Progress {
  const switched = { because, after: progress.tweets.length }
  return { ...atStep(progress, 'writing'), planned: null, writer, tweets: [], switched }
}
