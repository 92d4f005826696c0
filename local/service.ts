import { createServer } from 'node:net'
import { type Env, EnvError, readEnv } from '#app/platform/env.ts'
import { type Command, type Keeper, keepRunning } from './child-process.ts'
import { dataFolder, keptSessionSecret } from './data-folder.ts'
import { type LocalDatabase, migrate, openLocalDatabase } from './database.ts'
import { LocalFault } from './fault.ts'
import { type LocalPayments, openLocalPayments } from './payments.ts'
import type { ServerKeeper } from './postgres/keep-server.ts'
import { aborted, hearStopRequests } from './stop-request.ts'
import { storageFolder } from './storage-folder.ts'
import { withoutBlanks } from './variables.ts'

export type ServiceOptions = {
  /** What is set where the environment sets nothing. */
  defaults: Record<string, string>
  /** What is set whatever the environment says. */
  overrides?: Record<string, string>
  /** A process that web and worker use, up before them. */
  beside?: Command
  /** Runs once the environment is known to be usable and before the processes start. */
  prepare(signal: AbortSignal): Promise<void>
  web: string[]
  worker: string[]
  /** Told when people can come. */
  ready(env: Env): void
}

/** Runs web and worker over a database, embedded unless one is given, until a signal; then stops them in order. */
export async function runService(options: ServiceOptions): Promise<void> {
  const given = { ...options.defaults, ...withoutBlanks(process.env), ...options.overrides }
  const variables: Record<string, string | undefined> = { ...given, ...storageFolder(given) }
  const env = checkedEnv(variables)
  await assertPortFree(env)

  const stop = hearStopRequests()
  const running: Keeper[] = []
  let database: OpenDatabase | null = null
  let server: ServerKeeper | undefined
  let payments: LocalPayments | null = null
  let fault: LocalFault | null = null
  try {
    if (options.beside) running.push(await keepRunning(options.beside, stop))
    database = await openDatabase(variables, stop)
    payments = await openLocalPayments(variables, env)
    server = database.keep?.()
    await options.prepare(stop)
    const shared = {
      ...variables,
      ...payments?.variables,
      SESSION_SECRET: variables.SESSION_SECRET ?? database.sessionSecret,
    }
    const worker = {
      name: 'worker',
      args: options.worker,
      env: { ...shared, DATABASE_URL: database.ownerUrl },
    }
    const web = { name: 'web', args: options.web, env: { ...shared, DATABASE_URL: database.appUrl } }
    // Both are waited for even where one fails, so that none is left behind.
    const started = await Promise.allSettled([worker, web].map((command) => keepRunning(command, stop)))
    running.push(...started.filter((each) => each.status === 'fulfilled').map(({ value }) => value))
    for (const each of started) if (each.status === 'rejected') throw each.reason
    options.ready(env)
    void payments?.wake()
    const keepers = server ? [...running, server] : running
    fault = await Promise.race([aborted(stop), ...keepers.map((keeper) => keeper.givenUp)])
  } catch (error) {
    // A start that is stopped breaks off wherever it is.
    if (!stop.aborted) throw error
  } finally {
    await Promise.all(running.map((keeper) => keeper.stop()))
    await server?.stop()
    await payments?.close()
    // Last, so that what drains above keeps its database.
    await database?.release()
  }
  if (fault) throw fault
  console.info('Threadr has stopped.')
}

type OpenDatabase = Omit<LocalDatabase, 'keep'> & Partial<Pick<LocalDatabase, 'keep'>>

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

async function openDatabase(
  variables: Record<string, string | undefined>,
  signal: AbortSignal,
): Promise<OpenDatabase> {
  const url = variables.DATABASE_URL
  if (!url) return openLocalDatabase('always', signal)
  await migrate(url, undefined, signal)
  const sessionSecret = variables.SESSION_SECRET ?? keptSessionSecret(dataFolder())
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
