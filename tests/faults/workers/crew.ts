import type pg from 'pg'
import { z } from 'zod'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { grantPro } from '#tests/setup/grant-pro.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import { addPerson, signInAs } from '#tests/setup/signed-in.ts'
import { spawned } from '#tests/setup/spawned.ts'
import { submit } from '#tests/setup/submit.ts'

/** A worker process, with the name that it locks jobs by. */
export type CrewWorker = Awaited<ReturnType<typeof spawned>> & { poolId: string }

export type Crew = {
  pool: pg.Pool
  startWorker(variables?: Record<string, string>): Promise<CrewWorker>
  /** Has so many different texts written about by somebody on Pro, whose quota is charged. Gives the threads' ids. */
  submit(count: number): Promise<string[]>
}

type CrewOptions = {
  /** How the model writes: a piece of 16 characters at a time, a thread being about 2,400. */
  everyMs: number
  database?: NonNullable<Parameters<typeof startService>[1]>['database']
}

/** Does something with a web process and workers that are held one by one, as they may be killed; ends them all afterwards. */
export async function withCrew<T>(
  { everyMs, database }: CrewOptions,
  work: (crew: Crew) => Promise<T>,
): Promise<T> {
  const model = await startFakeOpenAi({ respond: () => ({ kind: 'thread', charactersEach: 16, everyMs }) })
  const workers: CrewWorker[] = []
  let service: RunningService | undefined
  try {
    service = await startService(
      {
        OPENAI_API_KEY: model.apiKey,
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: 'fake',
        MODEL_DAILY_CENTS: '1000000',
        QUOTAS: '1',
      },
      { processes: ['web'], ...(database && { database }) },
    )
    const { address, env, pool } = service
    await addPerson(service)
    await grantPro(pool)
    const cookie = await signInAs(address, '')
    let submitted = 0
    const submitOne = async () => {
      submitted += 1
      const source = `Report ${submitted} of a crew.\n\n${bridgeArticle}`
      return (await submit(address, { source }, cookie)).threadId
    }
    return await work({
      pool,
      async startWorker(variables = {}) {
        const before = await poolIds(pool)
        const worker = await spawned('build/server/worker.js', { ...env, ...variables })
        const [poolId = ''] = (await poolIds(pool)).filter((id) => !before.includes(id))
        const member = { ...worker, poolId }
        workers.push(member)
        return member
      },
      submit: (count) => Promise.all(Array.from({ length: count }, submitOne)),
    })
  } finally {
    for (const worker of workers) worker.send('SIGKILL')
    await Promise.all(workers.map(({ ended }) => ended))
    await service?.close()
    await model.close()
  }
}

const idSchema = z.array(z.object({ id: z.string() }))

async function poolIds(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query('select id from worker_pools')
  return idSchema.parse(rows).map(({ id }) => id)
}
