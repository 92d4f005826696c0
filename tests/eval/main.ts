import { AppError } from '#app/platform/errors.ts'

/** The evaluations, each a file that exports `run` and says in one line what it takes. */
const evaluations: Record<
  string,
  { usage: string; load: () => Promise<{ run: (words: string[]) => Promise<void> }> }
> = {
  extract: { usage: 'extract DIR [--pairs N]', load: () => import('./extract.ts') },
  mutations: { usage: 'mutations [--wrong KINDS]', load: () => import('./mutations.ts') },
  support: { usage: 'support [DIR] [--wrong KINDS]', load: () => import('./support.ts') },
  write: { usage: 'write DIR', load: () => import('./write.ts') },
}

const [name = '', ...words] = process.argv.slice(2)
const evaluation = evaluations[name]
if (evaluation) {
  try {
    await (await evaluation.load()).run(words)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
} else {
  const usages = Object.values(evaluations).map(({ usage }) => `npm run -s eval -- ${usage}`)
  console.error(`Say which evaluation to run: ${usages.join(', or ')}.`)
  process.exitCode = 2
}
