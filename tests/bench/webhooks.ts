import { randomUUID } from 'node:crypto'
import { median } from '#tests/eval/cpu-ratio.ts'
import { signedEvent, standInVariables, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { startService } from '#tests/setup/running-service.ts'
import { p95Of } from './p95.ts'
import type { Figure } from './ratio.ts'

const rounds = 5
const eventsARound = 200

/** An event that nobody has sent before, about a customer who is asked about after it. */
const newEvent = () => ({
  id: `evt_${randomUUID().replaceAll('-', '')}`,
  type: 'customer.subscription.updated',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  data: { object: { object: 'subscription', customer: `cus_${randomUUID().replaceAll('-', '')}` } },
})

/** How long Stripe waits for its answer to an event, at the 95th percentile, through the real web process while the worker asks back. In milliseconds. */
export async function webhooks(): Promise<Figure[]> {
  const standIn = await startQuietStandIn()
  const service = await startService(standInVariables(standIn)).catch(async (error: unknown) => {
    await standIn.close()
    throw error
  })
  try {
    const sendOnce = async () => {
      const { headers, body } = signedEvent(newEvent())
      const answer = await fetch(`${service.address}/webhooks/stripe`, {
        method: 'POST',
        headers,
        body: await new Response(body).text(),
      })
      await answer.text()
      if (answer.status !== 200) throw new Error(`an event was answered with ${answer.status}`)
    }
    const figures: Figure[] = []
    for (const atOnce of [1, 2]) {
      const run = () => p95Of(sendOnce, { times: eventsARound, atOnce })
      await run()
      const all: number[] = []
      for (let round = 0; round < rounds; round += 1) all.push(await run())
      const name = `answer to an event of Stripe’s, p95, ${atOnce} at once, ms`
      figures.push({ name, ratio: median(all), bar: { atMost: 100 } })
    }
    return figures
  } finally {
    await service.close()
    await standIn.close()
  }
}
