import { queueMail } from '#app/features/mail/queue-mail.ts'
import { sendQueuedMail } from '#app/features/mail/send-queued-mail.ts'
import { createMailSender } from '#app/integrations/mail/send-mail.ts'
import type { MailSettings } from '#app/platform/mail-settings.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import type { FakeResend } from '#tests/fakes/resend/server.ts'
import type { TestDatabase } from './test-database.ts'

let written = 0

/** Messages over a test database, and the worker's tries at them; nothing waits for its turn long. */
export function mailWorld(database: TestDatabase) {
  const sealer = createSealer(['a-key-of-the-tests-000000000000000001'])

  /** Queues a message, to an address of its own where none is given. */
  async function queued(given: { to?: string; subject?: string; headers?: Record<string, string> } = {}) {
    written += 1
    const to = given.to ?? `person${written}@example.com`
    await database.app.prisma.$transaction((tx) =>
      queueMail(tx, sealer, {
        to,
        template: 'reset',
        subject: given.subject ?? 'A link for <you>',
        paragraphs: ['Use this & <b>nothing</b> else.'],
        action: { label: 'Open it', url: 'https://threadr.example/reset?token=abc&x="1"' },
        ...(given.headers && { headers: given.headers }),
      }),
    )
    const { id } = await database.owner.prisma.mail.findFirstOrThrow({
      where: { to },
      orderBy: { id: 'desc' },
    })
    return id
  }

  const settings = (ways: { resend?: FakeResend | { url: string; apiKey: string }; smtp?: string }) =>
    ({
      from: 'Threadr <mail@threadr.example>',
      resend: ways.resend ? { apiKey: ways.resend.apiKey, baseUrl: ways.resend.url } : null,
      smtp: ways.smtp ?? null,
      perSecond: 100,
      webhookSecrets: [],
    }) satisfies MailSettings

  /** A worker that sends by these ways; `send` is one try of its job. */
  function worker(ways: Parameters<typeof settings>[0] | null) {
    const { prisma, pool } = database.owner
    const send = ways && createMailSender(settings(ways), { pool })
    return (
      id: string,
      { isLastTry = false, now, signal = new AbortController().signal }: Try = {},
    ): Promise<void> =>
      sendQueuedMail({ prisma, sealer, send, logger: database.logger }, id, { signal, isLastTry }, now)
  }
  const mailOf = (id: string) => database.owner.prisma.mail.findUniqueOrThrow({ where: { id } })
  /** As if no breaker had ever opened. */
  const mended = () => database.owner.pool.query('delete from circuit_breakers')
  return { sealer, queued, worker, mailOf, mended }
}
type Try = { isLastTry?: boolean; now?: Date; signal?: AbortSignal }
