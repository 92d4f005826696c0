import { FormData } from 'undici'
import { longTextOf } from '#tests/factories/texts.ts'
import type { Fleet } from '#tests/setup/fleet.ts'
import { plainBrowser } from '#tests/setup/plain-browser.ts'
import { type Cost, costOf } from './costs.ts'
import { addedEach, readSizes, type TableSizes } from './thread-size.ts'

const atOnce = 16

/**
 * What a thread takes from the form to its end, followed by nobody: time of processors, rows and bytes, and how often all
 * who listen are told of it.
 */
export async function threadCosts(
  fleet: Fleet,
  threads: number,
): Promise<{ cost: Cost; sizes: TableSizes; changes: number }> {
  const write = async (name: string) => {
    const browser = plainBrowser()
    const form = new FormData()
    form.set('source', longTextOf(name))
    const { status, location } = await browser.post(`${fleet.address}/?index`, form)
    if (status !== 302 || !location) throw new Error(`a submission was answered with ${status}`)
    await isReady(fleet, location.split('/').at(-1) ?? '')
  }
  // Until what is run is compiled.
  await Promise.all(Array.from({ length: atOnce }, (_, at) => write(`warm-up ${at}`)))
  const before = await readSizes(fleet.pool)
  const cost = await costOf(fleet, (at) => write(`cost ${at}`), { times: threads, atOnce })
  const { rows } = await fleet.pool.query<{ changes: number }>(
    'select avg(seq)::float8 as changes from generations',
  )
  return {
    cost,
    sizes: addedEach(before, await readSizes(fleet.pool), threads),
    changes: rows[0]?.changes ?? Number.NaN,
  }
}

async function isReady({ pool }: Fleet, threadId: string): Promise<void> {
  for (;;) {
    const { rows } = await pool.query('select status from generations where thread_id = $1', [threadId])
    const status = rows[0]?.status
    if (status === 'ready') return
    if (status === 'failed' || status === 'waiting') throw new Error(`a generation ended as ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
