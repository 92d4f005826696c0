import { createWriterChoice } from '#app/features/generation/choose-writer.ts'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { submitted } from '#tests/factories/submissions.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { jobOf, runDependencies, viewOf } from '#tests/setup/generation-world.ts'
import type { Fault, Outcome } from '../fault.ts'
import { inWorld } from './world.ts'

type ModelFault = {
  name: string
  behaviour: Behaviour
  /** The failure it comes to, and how the generation ends: with the built-in writer, or with that failure told. */
  code: string
  ends: 'built-in writer' | 'told'
}

/** The model's own clocks, short, since what is to be seen is what comes after them. */
const clocks = { timeoutMs: 4_000, idleMs: 2_000 }

/** A thread that is written while its model does this, from the submission to what is stored; the waits are the real ones. */
export const modelFault = (fault: ModelFault): Fault => ({
  name: `model: ${fault.name}`,
  quick: false,
  run: () => inWorld(async (database) => judge(fault, await write(database, fault.behaviour))),
})

type Written = Awaited<ReturnType<typeof write>>

async function write(database: Parameters<typeof runDependencies>[0], behaviour: Behaviour) {
  const fake = await startFakeOpenAi({ respond: () => behaviour })
  try {
    const { pool, prisma } = database.owner
    const openai = { apiKey: fake.apiKey, baseUrl: fake.url, model: 'gpt-4.1-mini' }
    const writerFor = createWriterChoice(
      { openai, openaiFallback: null, modelDailyCents: 100 },
      { pool, logger: database.logger, door: { clocks } },
    )
    const made = await submitted(database.app.prisma)
    await runGeneration({ ...runDependencies(database), writerFor }, jobOf(made.generationId, true))
    return {
      view: await viewOf(database)(made),
      stored: await prisma.tweet.count({ where: { threadId: made.threadId } }),
      record: await prisma.generation.findUniqueOrThrow({ where: { id: made.generationId } }),
      reserved: await prisma.modelSpending.aggregate({ _sum: { micros: true } }),
      requests: fake.requests.length,
    }
  } finally {
    await fake.close()
  }
}

function judge({ code, ends }: ModelFault, { view, stored, record, reserved, requests }: Written): Outcome {
  const { switched, writer } = view.progress
  const held =
    ends === 'told'
      ? view.status === 'failed' && view.error?.code === code && stored === 0
      : view.status === 'ready' && writer === 'builtin' && switched?.because === code && stored > 0
  const givenBack = (reserved._sum.micros ?? 0n) === record.costMicros
  return {
    ok: held && givenBack,
    seen: [
      `${view.status}, ${ends === 'told' ? view.error?.code : `by ${writer} because of ${switched?.because}`}`,
      `${requests} requests, ${switched?.after ?? view.progress.tweets.length} tweets of the model shown, ${stored} tweets stored`,
      givenBack ? `${record.costMicros} µ$ paid, nothing left reserved` : 'money is left reserved',
    ].join('; '),
  }
}
