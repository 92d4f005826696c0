import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { seconds } from '#app/platform/durations.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { ensureBuilt } from '#local/build.ts'
import { type FakeResend, startFakeResend } from '#tests/fakes/resend/server.ts'
import { scratchDatabase } from '#tests/setup/scratch-database.ts'
import type { Outcome } from '../fault.ts'

const sessionSecret = 'a-session-secret-of-the-faults-00001'
const sealKey = 'a-key-of-the-faults-0000000000000001'

export type MailFaultWorld = {
  resend: FakeResend
  /** A built worker process, which sends by the fake. */
  startWorker(variables?: Record<string, string>): Promise<ChildProcess>
  /** Queues so many messages, each to somebody else. */
  queue(count: number): Promise<void>
  /** Waits until every message is settled, and tells how often each is in a mailbox. Throws after two minutes. */
  settled(): Promise<Outcome>
}

type FakeOptions = Parameters<typeof startFakeResend>[0]

/** Does something with the built worker, a database of its own and a fake of Resend; ends them all afterwards. */
export async function inMailWorld<T>(
  options: FakeOptions,
  work: (world: MailFaultWorld) => Promise<T>,
): Promise<T> {
  await ensureBuilt(() => {})
  const scratch = await scratchDatabase()
  const resend = await startFakeResend(options)
  const folder = mkdtempSync(join(tmpdir(), 'threadr-mail-'))
  const logger = createLogger({ level: 'silent', name: 'faults' })
  const database = createDatabase({ url: scratch.url, poolMax: 4, name: 'faults', logger })
  const workers: ChildProcess[] = []

  async function startWorker(variables: Record<string, string> = {}): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['build/server/worker.js'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env.PATH,
        THREADR_ENV: 'local',
        NODE_ENV: 'production',
        LOG_LEVEL: 'fatal',
        DATABASE_URL: scratch.url,
        SESSION_SECRET: sessionSecret,
        ENCRYPTION_KEY: sealKey,
        STORAGE_FOLDER: folder,
        RESEND_API_KEY: resend.apiKey,
        RESEND_BASE_URL: resend.url,
        MAIL_FROM: 'Threadr <mail@threadr.example>',
        MAIL_PER_SECOND: '50',
        ...variables,
      },
    })
    workers.push(child)
    await once(child, 'message')
    return child
  }
  async function queue(count: number): Promise<void> {
    const sealer = createSealer([sealKey])
    for (let number = 1; number <= count; number += 1)
      await database.prisma.$transaction((tx) =>
        queueMail(tx, sealer, {
          to: `person${number}@example.com`,
          template: 'welcome',
          subject: 'Told once',
          paragraphs: ['Once, whatever happens.'],
        }),
      )
  }
  async function settled(): Promise<Outcome> {
    const begun = Date.now()
    const open = () => database.prisma.mail.count({ where: { settledAt: null } })
    while ((await open()) > 0 && Date.now() - begun < seconds(120)) await sleep(200)
    return judge(Date.now() - begun)
  }
  async function judge(ms: number): Promise<Outcome> {
    const rows = await database.prisma.mail.findMany({ select: { id: true, state: true } })
    const counts = rows.map(({ id }) => resend.mails.filter(({ key }) => key === id).length)
    const sent = rows.filter(({ state }) => state === 'sent').length
    const [never, twice] = [counts.filter((n) => n === 0).length, counts.filter((n) => n > 1).length]
    return {
      ok: sent === rows.length && never === 0 && twice === 0,
      seen: `${rows.length} mails, ${sent} known as sent, ${never} never and ${twice} more than once in a mailbox; ${resend.requests.length} requests, all settled ${Math.round(ms / 1000)} s after it`,
    }
  }
  try {
    return await work({ resend, startWorker, queue, settled })
  } finally {
    for (const worker of workers) worker.kill('SIGKILL')
    await resend.close()
    await database.close()
    await scratch.drop()
    rmSync(folder, { recursive: true, force: true })
  }
}
