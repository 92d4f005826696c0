import { wantedFakeModel } from './fake-model.ts'
import { sayFault } from './say-fault.ts'
import { runService } from './service.ts'

/**
 * `npm run dev`: the same from the sources; pages change as they are edited, the worker starts anew. With
 * `-- --fake-model` or `-- --fake-model=slow` a fake of the OpenAI API runs beside it and is what writes.
 */
try {
  const fake = await wantedFakeModel(process.argv.slice(2))
  await runService({
    defaults: { THREADR_ENV: 'development', NODE_ENV: 'development', LOG_LEVEL: 'info' },
    prepare: async () => {},
    web: ['local/dev-web.ts'],
    worker: ['--watch', 'jobs/worker.ts'],
    ...(fake && { overrides: fake.variables, beside: fake.command }),
    ready: (env) => {
      if (fake)
        console.info(
          `No model writes: a FAKE on ${fake.variables.OPENAI_BASE_URL} answers, and behaves ${fake.behaviour}.`,
        )
      console.info(`Threadr is ready: http://localhost:${env.port} (pages change as you edit)`)
    },
  })
  process.exit(0)
} catch (error) {
  sayFault(error)
}
