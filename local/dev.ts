import { sayFault } from './say-fault.ts'
import { runService } from './service.ts'

/** `npm run dev`: the same from the sources; pages change as they are edited, the worker starts anew. */
try {
  await runService({
    defaults: { THREADR_ENV: 'development', NODE_ENV: 'development', LOG_LEVEL: 'info' },
    prepare: async () => {},
    web: ['local/dev-web.ts'],
    worker: ['--watch', 'jobs/worker.ts'],
    ready: (env) => console.info(`Threadr is ready: http://localhost:${env.port} (pages change as you edit)`),
  })
  process.exit(0)
} catch (error) {
  sayFault(error)
}
