import autocannon from 'autocannon'
import { median } from '#tests/eval/cpu-ratio.ts'

const pairs = 9
const secondsARun = 2
const connections = 10

/** Median of the ratios of interleaved pairs of requests a second, of two that answer with as much. */
export async function ratioOfRates(ours: string, theirs: string, cookie: string): Promise<number> {
  const [one, other] = await Promise.all([ours, theirs].map((url) => sizeOf(url, cookie)))
  if (!one || !other || Math.abs(one - other) > one / 50)
    throw new Error(`what is compared differs: ${one} and ${other} bytes`)
  // Until the code that both run is compiled.
  for (let warm = 0; warm < 4; warm += 1) for (const url of [ours, theirs]) await rateOf(url, cookie)
  const ratios: number[] = []
  for (let pair = 0; pair < pairs; pair += 1)
    ratios.push((await rateOf(ours, cookie)) / (await rateOf(theirs, cookie)))
  return median(ratios)
}

async function sizeOf(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${url} answered with ${answer.status}`)
  return (await answer.text()).length
}

async function rateOf(url: string, cookie: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: secondsARun,
    headers: { cookie },
  })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} wrong answers, ${errors} errors`)
  return requests.average
}
