import { createServer } from 'node:net'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { type Keeper, keepRunning } from './child-process.ts'
import { dataFolder, openDataFolder } from './data-folder.ts'
import { type LocalDatabase, migrate, openLocalDatabase } from './database.ts'
import { LocalFault } from './fault.ts'

export type ServiceOptions = {
  /** What is set where the environment sets nothing. */
  defaults: Record<string, string>
  /** Runs once the environment is known to be usable and before the processes start. */
  prepare(): Promise<void>
  web: string[]
  worker: string[]
  /** Told when people can come. */
  ready(env: Env): void
}

/** Runs web and worker over a database, embedded unless one is given, until a signal; then stops them in order. */
export async function runService(options: ServiceOptions): Promise<void> {
  const variables = { ...options.defaults, ...withoutBlanks(process.env) }
  const env = checkedEnv(variables)
  await assertPortFree(env)

  const running: Keeper[] = []
  let database: LocalDatabase | null = null
  const stopRequested = firstSignal()
  let fault: LocalFault | null = null
  try {
    database = await openDatabase(variables)
    await options.prepare()
    const shared = { ...variables, SESSION_SECRET: variables.SESSION_SECRET ?? database.sessionSecret }
    const worker = {
      name: 'worker',
      args: options.worker,
      env: { ...shared, DATABASE_URL: database.ownerUrl },
    }
    const web = { name: 'web', args: options.web, env: { ...shared, DATABASE_URL: database.appUrl } }
    for (const command of [worker, web]) {
      if (stopRequested.seen()) break
      running.push(await keepRunning(command))
    }
    if (!stopRequested.seen()) options.ready(env)
    fault = await Promise.race([stopRequested.promise, ...running.map((keeper) => keeper.givenUp)])
  } finally {
    await Promise.all(running.map((keeper) => keeper.stop()))
    // Last, so that what drains above keeps its database.
    await database?.release()
  }
  if (fault) throw fault
}

/** Reads the environment with stand-ins for what the data folder will give, so that faults show before anything starts. */
function checkedEnv(variables: Record<string, string | undefined>): Env {
  const production = variables.THREADR_ENV === 'production'
  const given = production ? {} : { DATABASE_URL: 'postgres://embedded', SESSION_SECRET: 'x'.repeat(32) }
  try {
    return readEnv({ ...given, ...variables })
  } catch (error) {
    if (error instanceof EnvError) throw new LocalFault(error.message)
    throw error
  }
}

async function openDatabase(variables: Record<string, string | undefined>): Promise<LocalDatabase> {
  const url = variables.DATABASE_URL
  if (!url) return openLocalDatabase('always')
  await migrate(url)
  const sessionSecret = variables.SESSION_SECRET ?? openDataFolder(dataFolder(), null).sessionSecret
  return { ownerUrl: url, appUrl: url, sessionSecret, release: async () => {} }
}

/** Told now rather than after a minute of building. */
function assertPortFree({ port, host }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        new LocalFault(
          taken
            ? `Port ${port} is taken by another program: stop it, or set PORT to another number.`
            : `The server can’t listen on ${host}:${port} (${error.message}): set PORT or HOST to others.`,
        ),
      )
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function firstSignal(): { promise: Promise<null>; seen(): boolean } {
  let seen = false
  const promise = new Promise<null>((resolve) => {
    const stop = () => {
      seen = true
      resolve(null)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  })
  return { promise, seen: () => seen }
}

const withoutBlanks = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''))
