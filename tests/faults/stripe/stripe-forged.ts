import { z } from 'zod'
import { signedEvent, standInVariables, startQuietStandIn } from '#tests/setup/quiet-stand-in.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import type { Fault, Outcome } from '../fault.ts'

const forgeries: Record<string, Parameters<typeof signedEvent>[1]> = {
  tampered: { tamper: true },
  'wrong secret': { secret: 'whsec_of_somebody_else' },
  '301 s old': { age: 301 },
  '301 s ahead': { age: -301 },
  unsigned: { unsigned: true },
}

/** Events that Stripe didn't send, or that come too late to believe, at the real web process; and one that it did. */
export const stripeForged: Fault = {
  name: 'stripe-forged',
  quick: true,
  async run() {
    const standIn = await startQuietStandIn()
    try {
      const service = await startService(standInVariables(standIn), { processes: ['web'] })
      try {
        return await judge(service)
      } finally {
        await service.close()
      }
    } finally {
      await standIn.close()
    }
  },
}

async function judge({ address, pool }: RunningService): Promise<Outcome> {
  const send = async (id: string, how: Parameters<typeof signedEvent>[1]) => {
    const { headers, body } = signedEvent(eventOf(id), how)
    const text = await new Response(body).text()
    const answer = await fetch(`${address}/webhooks/stripe`, { method: 'POST', headers, body: text })
    await answer.text()
    return answer.status
  }
  const written = async () => {
    const { rows } = await pool.query(
      `select (select count(*)::int from stripe_events) as events,
         (select count(*)::int from graphile_worker._private_jobs j
          join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like '%sync_customer') as jobs`,
    )
    return z.tuple([z.object({ events: z.number(), jobs: z.number() })]).parse(rows)[0]
  }
  const statuses: string[] = []
  for (const [name, how] of Object.entries(forgeries))
    statuses.push(`${name} ${await send(`evt_${name.replaceAll(' ', '_')}`, how)}`)
  const forged = await written()
  const genuine = await send('evt_genuine', {})
  const after = await written()
  return {
    ok:
      statuses.every((status) => status.endsWith(' 400')) &&
      forged.events + forged.jobs === 0 &&
      genuine === 200 &&
      after.events === 1 &&
      after.jobs === 1,
    seen: `${statuses.join(', ')}; ${forged.events} events and ${forged.jobs} jobs written of them; a genuine one ${genuine}, ${after.events} event and ${after.jobs} job`,
  }
}

const eventOf = (id: string) => ({
  id,
  type: 'customer.subscription.updated',
  created: Math.floor(Date.now() / 1000),
  livemode: false,
  data: { object: { object: 'subscription', customer: 'cus_of_the_faults' } },
})
