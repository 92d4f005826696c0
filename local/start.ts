import { ensureBuilt } from './build.ts'
import { sayFault } from './say-fault.ts'
import { runService } from './service.ts'

/** `npm start`: the whole of Threadr on this computer, until Ctrl-C. */
try {
  await runService({
    defaults: { THREADR_ENV: 'local', NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    prepare: (signal) =>
      ensureBuilt(() => console.error('Building Threadr, which takes a moment the first time…'), signal),
    web: ['build/server/web.js'],
    worker: ['build/server/worker.js'],
    ready: (env) => console.info(`Threadr is ready: http://localhost:${env.port}`),
  })
  process.exit(0)
} catch (error) {
  sayFault(error)
}
