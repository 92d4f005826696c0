import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { createDatabase, type Database } from '#app/platform/db.server.ts'
import { createLogger, type Logger } from '#app/platform/logger.server.ts'
import { createNotifications, type Notifications } from '#app/platform/notifications.server.ts'
import { onTestServer } from './on-test-server.ts'

export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  /** As the owner, as workers and commands connect. */
  owner: Database
  /** As the web process connects. */
  app: Database
  notifications: Notifications
  logger: Logger
}

/** A database of its own for a test file, cloned from the template and dropped afterwards. */
export function cloneTestDatabase(): TestDatabase {
  const server = inject('testServer')
  const name = `test_${randomBytes(8).toString('hex')}`
  const logger = createLogger({ level: 'silent', name: 'test' })
  const ownerUrl = server.ownerUrl.replace('DATABASE', name)
  const appUrl = server.appUrl.replace('DATABASE', name)
  const test = { ownerUrl, appUrl, logger } as TestDatabase
  const closers: (() => Promise<void>)[] = []

  beforeAll(async () => {
    await onTestServer(`create database ${name} template ${server.template}`)
    test.owner = createDatabase({ url: ownerUrl, poolMax: 10, name: 'test-owner', logger })
    test.app = createDatabase({ url: appUrl, poolMax: 10, name: 'test-app', logger })
    test.notifications = createNotifications({ url: appUrl, channels: [generationChannel], logger })
    closers.push(test.notifications.close, test.owner.close, test.app.close)
  })
  afterAll(async () => {
    for (const close of closers) await close()
    await onTestServer(`drop database if exists ${name} with (force)`)
  })
  return test
}
