import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { seconds } from '#app/platform/durations.ts'
import type { Pace } from '#app/platform/resilience/shared-pace.ts'
import type { MailWay, Outcome, OutgoingMail } from './outcome.ts'

type SmtpOptions = {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  url: string
  from: string
  pace: Pace
  /** How long connecting, a greeting and an answer may take each, in milliseconds; 10 s without it. */
  timeoutMs?: number
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/

/**
 * Sends by SMTP, over TLS unless the server is on this computer. The steps are taken one by one, since only the last may leave
 * open whether a message was taken: before its text is sent, or where the server says no by a number, it surely was not.
 */
export function createSmtpWay({ url, from, pace, timeoutMs = seconds(10) }: SmtpOptions): MailWay {
  const { auth, ...server } = parseConnectionUrl(url)
  const options = {
    ...server,
    requireTLS: !loopback.test(server.host ?? ''),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  }
  const ended = (kind: 'refused' | 'missed' | 'busy' | 'unknown', reason: string): Outcome => ({
    kind,
    provider: 'smtp',
    reason: reason.slice(0, 500),
  })

  return {
    provider: 'smtp',
    knowsKeys: false,
    async send(mail, signal) {
      const wait = await pace.turn(signal).catch(() => seconds(1))
      if (wait !== null) return ended('busy', 'It was not its turn yet.')
      const connection = new SMTPConnection(options)
      // What breaks is told to whoever waits for a step; without a listener it would end the process.
      connection.on('error', () => {})
      try {
        const message = await compose(mail, from)
        await step((done) => connection.connect(done), connection)
        if (auth) await step((done) => connection.login(auth, done), connection)
        try {
          await step((done) => connection.send(message.envelope, message.raw, done), connection)
        } catch (error) {
          return afterSending(error)
        }
        connection.quit()
        return { kind: 'sent', provider: 'smtp', id: message.id }
      } catch (error) {
        return ended('missed', `The SMTP server was not ready (${wordsOf(error)}).`)
      } finally {
        connection.close()
      }
    },
  }

  function afterSending(error: unknown): Outcome {
    const said = wordsOf(error)
    const status = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
    if (status >= 500) return ended('refused', `The SMTP server did not take it (${said}).`)
    if (status >= 400) return ended('missed', `The SMTP server did not take it yet (${said}).`)
    // Refused by the library itself before anything was said, such as an address that the server can't have.
    if (error instanceof Error && 'code' in error && error.code === 'EENVELOPE')
      return ended('refused', `It can’t be sent by SMTP (${said}).`)
    return ended('unknown', `The SMTP server’s answer got lost (${said}).`)
  }
}

/** One step of the dialogue, which a lost connection ends too. */
function step(
  take: (done: (error?: Error | null) => void) => void,
  connection: SMTPConnection,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const lost = (error?: Error) => reject(error ?? new Error('the connection was closed'))
    connection.once('error', lost)
    connection.once('end', lost)
    take((error) => {
      connection.off('error', lost)
      connection.off('end', lost)
      if (error) reject(error)
      else resolve()
    })
  })
}

async function compose({ key, to, ...mail }: OutgoingMail, from: string) {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  const node = new MailComposer({ ...mail, from, to, messageId: `<${key}@${domain}>` }).compile()
  return { envelope: node.getEnvelope(), raw: await node.build(), id: `${key}@${domain}` }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
