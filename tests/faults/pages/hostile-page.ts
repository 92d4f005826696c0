import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Fault, Outcome } from '../fault.ts'
import { type Reading, readingSchema } from './reading.ts'
import { article, type Site, serve } from './serve.ts'

/** The bars of quality.md: 10 s and 150 MB; 2 s more so that a busy machine's scheduling fails nothing. */
const mostMs = 10_000
const graceMs = 2_000
const mostGrownKb = 150 * 1024

const script = fileURLToPath(new URL('./read-measured.ts', import.meta.url))

function measure(good: string, hostile: string): Promise<Reading> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      ['--expose-gc', '--no-warnings', script, good, hostile],
      { timeout: 60_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`the process died: ${stderr.trim().split('\n').at(-1) || error.message}`))
        else resolve(readingSchema.parse(JSON.parse(stdout)))
      },
    )
  })
}

/** A sentence that says what to do, as every refusal has to. */
const isClear = (message: string) =>
  message.length > 30 && message.endsWith('.') && /paste|try again|check|open|submit/i.test(message)

type Ends = { codes: readonly string[] } | { text: string }

function judge({ ms, grownKb, ended }: Reading, ends: Ends, withinMs: number): Outcome {
  const cost = `${(ms / 1000).toFixed(1)} s, ${Math.round(grownKb / 1024)} MB more`
  const faults = [
    ...(ms > withinMs + graceMs ? [`over ${withinMs / 1000} s`] : []),
    ...(grownKb > mostGrownKb ? ['over 150 MB'] : []),
  ]
  const how = ended.how === 'refusal' ? ended.code : ended.how
  if (ended.how === 'crash') faults.push(`no refusal of ours: ${ended.message}`)
  if (ended.how === 'refusal') {
    if (!('codes' in ends) || !ends.codes.includes(ended.code)) faults.push('not what was to be expected')
    if (!isClear(ended.message)) faults.push(`the sentence isn't clear: ${ended.message}`)
  }
  if (ended.how === 'text' && !('text' in ends && ended.text.includes(ends.text)))
    faults.push('not the text that was to be expected')
  return { ok: faults.length === 0, seen: [`${how} after ${cost}`, ...faults].join('; ') }
}

/** A page that means harm, read as a worker reads it, in a process of its own that is measured. */
export function hostilePage(options: {
  name: string
  /** Without it `npm test` runs the fault. */
  slow?: boolean
  start: () => Promise<Site>
  /** The refusals it may end in, or words of the text that is found all the same. */
  ends: Ends
  withinMs?: number
}): Fault {
  return {
    name: `page-${options.name}`,
    quick: !options.slow,
    async run() {
      const good = await serve((_request, response) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(article),
      )
      const hostile = await options.start()
      try {
        return judge(await measure(good.url, hostile.url), options.ends, options.withinMs ?? mostMs)
      } finally {
        await Promise.all([good.close(), hostile.close()])
      }
    },
  }
}
