import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** What the fake does with a message. */
export type SmtpBehaviour =
  | 'take'
  | 'refuse-recipient'
  | 'refuse-text'
  | 'later'
  | 'drop-after-taking'
  | 'drop-at-greeting'

/** A server that speaks as much SMTP as a client without TLS needs (RFC 5321). */
export async function startFakeSmtp(behaviour: () => SmtpBehaviour = () => 'take') {
  const mails: { to: string; text: string }[] = []

  function talk(socket: Socket): void {
    let buffer = ''
    let to = ''
    let isText = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    if (behaviour() === 'drop-at-greeting') return void socket.destroy()
    say('220 fake ESMTP')

    function hear(line: string): void {
      const does = behaviour()
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO' || verb === 'HELO') say('250 fake')
      else if (verb === 'MAIL' || verb === 'RSET') say('250 ok')
      else if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        say(
          does === 'refuse-recipient'
            ? '550 no such mailbox'
            : does === 'later'
              ? '451 come again'
              : '250 ok',
        )
      } else if (verb === 'DATA') {
        isText = true
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('502 unknown')
    }
    function take(text: string): void {
      const does = behaviour()
      isText = false
      if (does === 'refuse-text') return void say('554 not this')
      mails.push({ to, text })
      if (does === 'drop-after-taking') return void socket.destroy()
      say('250 taken')
    }

    socket.on('error', () => {})
    socket.setEncoding('utf8').on('data', (piece) => {
      buffer += piece
      for (;;) {
        const end = isText ? '\r\n.\r\n' : '\r\n'
        const at = buffer.indexOf(end)
        if (at < 0) return
        const said = buffer.slice(0, at)
        buffer = buffer.slice(at + end.length)
        if (isText) take(said)
        else hear(said)
      }
    })
  }

  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)))
    talk(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
