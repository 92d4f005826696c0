import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Keeper, keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { builtVariables } from '#tests/setup/built-variables.ts'
import { onTestServer } from '#tests/setup/on-test-server.ts'

export type AppUnderTest = {
  address: string
  /** As the owner. */
  databaseUrl: string
  /** Ends the worker (in good order, or by force) and starts another. */
  restartWorker(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Ends the web process by force; what it returns starts it again at the same address. */
  killWeb(): Promise<() => Promise<void>>
}

type Variables = Record<string, string>

/**
 * The built web and worker processes over a database of their own, for all tests of a file. What they are set to may need
 * something that is started for it, at whose end `closers` is called.
 */
export function startApp(
  variables: (
    address: string,
    closers: (() => Promise<void>)[],
  ) => Variables | Promise<Variables> = () => ({}),
): AppUnderTest {
  const closers: (() => Promise<void>)[] = []
  const server = inject('testServer')
  const name = `e2e_${randomBytes(6).toString('hex')}`
  const databaseUrl = server.ownerUrl.replace('DATABASE', name)
  const app = { databaseUrl } as AppUnderTest
  let web: Keeper
  let worker: Keeper
  let uploads: string

  beforeAll(async () => {
    await onTestServer(`create database ${name} template ${server.template}`)
    uploads = mkdtempSync(join(tmpdir(), 'threadr-uploads-'))
    const port = await freePort()
    app.address = `http://localhost:${port}`
    const env = {
      ...builtVariables(uploads),
      PORT: String(port),
      ...(await variables(app.address, closers)),
    }
    const startWorker = async () => {
      worker = await keepRunning({
        name: 'worker',
        args: ['build/server/worker.js'],
        env: { ...env, DATABASE_URL: databaseUrl },
      })
    }
    const appUrl = server.appUrl.replace('DATABASE', name)
    const startWeb = async () => {
      web = await keepRunning({
        name: 'web',
        args: ['build/server/web.js'],
        env: { ...env, DATABASE_URL: appUrl },
      })
    }
    await Promise.all([startWorker(), startWeb()])
    app.killWeb = async () => {
      await web.stop('SIGKILL')
      return startWeb
    }
    app.restartWorker = async (signal) => {
      await worker.stop(signal)
      await startWorker()
    }
  })
  afterAll(async () => {
    await web?.stop()
    await worker?.stop()
    for (const close of closers) await close()
    rmSync(uploads, { recursive: true, force: true })
    await onTestServer(`drop database if exists ${name} with (force)`)
  })
  return app
}
