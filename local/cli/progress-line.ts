import type { WriteStream } from 'node:tty'
import type { GenerationView, StepName } from '#app/features/generation/progress.ts'
import { stepNames } from '#app/features/generation/progress.ts'

const words: Record<StepName, string> = {
  fetching: 'Fetching',
  reading: 'Reading',
  planning: 'Planning',
  writing: 'Writing',
  checking: 'Checking',
}

/** One line that says how far a generation is: rewritten in place on a terminal, a line a change elsewhere. */
export function progressLine(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
  let last = ''
  return {
    show(view: GenerationView) {
      const line = wordsFor(view)
      if (line === last) return
      last = line
      stream.write(stream.isTTY ? `\r\u001b[2K${line}` : `${line}\n`)
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[2K')
    },
  }
}

function wordsFor({ status, progress }: GenerationView): string {
  if (status === 'queued') return 'Waiting…'
  if (status === 'ready')
    return `Ready: ${progress.tweets.length} tweets, by ${progress.writer === 'openai' ? 'a model' : 'the built-in writer'}`
  if (status === 'failed') return 'Failed'
  if (status === 'cancelled') return 'Stopped'
  const step = stepNames.find((name) => progress.steps[name] === 'active') ?? 'reading'
  if (step !== 'writing') return `${words[step]}…`
  return `Writing ${progress.tweets.length}${progress.planned ? ` of ${progress.planned}` : ''}…`
}
