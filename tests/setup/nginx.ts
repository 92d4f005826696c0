import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seconds } from '#app/platform/durations.ts'
import { freePort } from '#local/free-port.ts'
import { root } from '#local/run-child.ts'

export type RunningNginx = {
  port: number
  /** Has nothing more sent to one of them, or something again, as deploy/roll.sh does it. */
  list(index: number, as: 'up' | 'down'): Promise<void>
  close(): Promise<void>
}

/** An nginx with the file that compose uses, in front of processes of this computer, two or more. */
export async function startNginx(program: string, ports: readonly number[]): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-nginx-'))
  // Its workers run as another user where it is started by root.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const copy = (name: string, places: Record<string, string>) => {
    let text = readFileSync(join(root, 'deploy/nginx', name), 'utf8')
    for (const [theirs, ours] of Object.entries(places)) {
      if (!text.includes(theirs)) throw new Error(`${name} has no “${theirs}” any more`)
      text = text.replaceAll(theirs, ours)
    }
    writeFileSync(join(folder, name), text)
  }
  copy('nginx.conf', { 'listen 8080;': `listen 127.0.0.1:${port};`, '/tmp/': `${folder}/` })
  const own = ports.map((each) => `server 127.0.0.1:${each}`)
  const [first = '', ...others] = own.map((each) => `${each} max_fails=0;`)
  copy('upstream.conf', {
    'server web-1:3000 max_fails=0;': first,
    'server web-2:3000 max_fails=0;': others.join('\n  '),
  })
  const file = join(folder, 'nginx.conf')
  const child = spawn(program, ['-c', file, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  await untilItListens(child, port, () => said)
  return {
    port,
    async list(index, as) {
      const path = join(folder, 'upstream.conf')
      const [up, down] = [`${own[index]} max_fails=0;`, `${own[index]} max_fails=0 down;`]
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, as === 'down' ? text.replace(up, down) : text.replace(down, up))
      child.kill('SIGHUP')
      await sleep(seconds(2))
    },
    async close() {
      process.off('exit', kill)
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilItListens(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)) return
    await sleep(25)
  }
  child.kill('SIGKILL')
  throw new Error(`nginx does not start: ${said()}`)
}
