import type { GenerationView, StepName } from '#app/features/generation/progress.ts'
import { stepNames } from '#app/features/generation/progress.ts'

export type ShownStep = { name: StepName; state: 'waiting' | 'active' | 'done'; label: string }

const labels: Record<StepName, Record<ShownStep['state'], string>> = {
  fetching: { waiting: 'Fetch the page', active: 'Fetching the page', done: 'Page fetched' },
  reading: { waiting: 'Read', active: 'Reading', done: 'Read' },
  planning: { waiting: 'Plan', active: 'Planning', done: 'Planned' },
  writing: { waiting: 'Write', active: 'Writing', done: 'Written' },
  checking: { waiting: 'Check', active: 'Checking', done: 'Checked' },
}

/** The steps to show, in their order, without those that this generation skips. */
export function shownSteps({ progress, status }: Pick<GenerationView, 'progress' | 'status'>): ShownStep[] {
  return stepNames.flatMap((name) => {
    const told = progress.steps[name] ?? 'waiting'
    if (told === 'skipped') return []
    const state = status === 'ready' ? 'done' : told
    const label = name === 'writing' && state === 'active' ? writingLabel(progress) : labels[name][state]
    return [{ name, state, label }]
  })
}

function writingLabel({ planned, tweets }: GenerationView['progress']): string {
  const current = tweets.length + 1
  return planned === null ? `Writing tweet ${current}` : `Writing ${Math.min(current, planned)} of ${planned}`
}

/** What a waiting generation waits for: another try after one that did not succeed, or its place in the queue. */
export function waitingWords({
  error,
  ahead,
}: Pick<GenerationView, 'error' | 'ahead'>): [title: string, text: string] {
  if (error) return ['That did not work yet.', 'Trying again in a moment.']
  return ['Waiting its turn.', queueSentence(ahead)]
}

function queueSentence(ahead: number): string {
  if (ahead === 0) return 'Next in line.'
  return ahead === 1 ? 'One thread is ahead of this one.' : `${ahead} threads are ahead of this one.`
}

/** The whole state in one sentence, for those who hear it. */
export function spokenProgress(view: GenerationView): string {
  switch (view.status) {
    case 'queued':
      return waitingWords(view).join(' ')
    case 'running':
      return shownSteps(view).find((step) => step.state === 'active')?.label ?? 'Starting'
    case 'waiting':
      return view.progress.steps.planning === 'done'
        ? 'The plan is made and waits for you to choose from it.'
        : 'The source has been read and waits for you to look at it.'
    case 'ready':
      return `The thread is ready: ${countedTweets(view.progress.tweets.length)}.`
    case 'failed':
      return 'The thread could not be finished.'
    case 'cancelled':
      return 'The thread was stopped.'
  }
}

export function countedTweets(count: number): string {
  return `${count} tweet${count === 1 ? '' : 's'}`
}
