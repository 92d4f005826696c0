import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { freePort } from '#local/free-port.ts'
import { isAlive } from '#local/processes.ts'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { runScript, temporaryFolder } from './run-command.ts'

const ready = /Threadr is ready: (http:\/\/localhost:\d+)/

async function start(folder: string, env: Record<string, string> = {}) {
  const port = await freePort()
  const running = runScript('local/start.ts', [], { THREADR_DATA: folder, PORT: String(port), ...env })
  return { ...running, address: `http://localhost:${port}`, port }
}

/** Process ids of everything below a process, itself included. */
function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return [pid, ...(children === '' ? [] : children.split(' ').flatMap((child) => family(Number(child))))]
}

/** What the web and the worker process among these were given for a variable. */
function givenTo(pids: number[], name: string): (string | undefined)[] {
  const read = (pid: number, file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0')
  const own = pids.filter((pid) => read(pid, 'cmdline').some((part) => part.startsWith('build/server/')))
  return own.map((pid) => read(pid, 'environ').find((line) => line.startsWith(`${name}=`)))
}

const serverPid = (folder: string) => {
  const { cluster } = JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8'))
  return Number(readFileSync(join(resolve(folder, cluster), 'postmaster.pid'), 'utf8').split('\n', 1)[0])
}

async function submitAndWait(address: string): Promise<{ path: string; cookie: string }> {
  const body = new FormData()
  body.set('source', bridgeArticle)
  const sent = await fetch(`${address}/?index`, { method: 'POST', body, redirect: 'manual' })
  expect(sent.status).toBe(302)
  const path = sent.headers.get('location') ?? ''
  const cookie = sent.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const status = async () =>
    (await (await fetch(`${address}${path}/progress`, { headers: { cookie } })).json()).status
  await expect.poll(status, { timeout: 20_000, interval: 200 }).toBe('ready')
  return { path, cookie }
}

async function takenPort(): Promise<string> {
  const blocker = createServer()
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void blocker.close())
  const address = blocker.address()
  return typeof address === 'object' ? String(address?.port) : ''
}

function damagedFolder(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'postgres'))
  return folder
}

describe('npm start', () => {
  test('makes threads, stops on Ctrl-C within 10 s without a process left, and finds its threads again', async () => {
    const folder = temporaryFolder()
    const first = await start(folder)
    expect(await first.says(ready)).toContain(first.address)
    const { path, cookie } = await submitAndWait(first.address)
    const processes = process.platform === 'linux' ? family(first.child.pid ?? 0) : []
    const uploads = `STORAGE_FOLDER=${join(folder, 'uploads')}`
    if (processes.length > 0) expect(givenTo(processes, 'STORAGE_FOLDER')).toEqual([uploads, uploads])
    const server = serverPid(folder)
    // A terminal sends the interrupt to the whole group, so web and worker get it from there and from their parent.
    const begun = performance.now()
    process.kill(-(first.child.pid ?? Number.NaN), 'SIGINT')
    const { status, stdout, stderr } = await first.ended
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.trim().split('\n').at(-1)).toBe('Threadr has stopped.')
    expect(performance.now() - begun).toBeLessThan(10_000)
    expect([...processes, server].filter(isAlive)).toEqual([])

    const second = await start(folder)
    await second.says(ready)
    const page = await fetch(`${second.address}${path}`, { headers: { cookie } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Ada Holm')
    second.child.kill('SIGTERM')
    expect((await second.ended).status).toBe(0)
  })

  test.each<
    [what: string, env: () => Record<string, string> | Promise<Record<string, string>>, sentence: RegExp]
  >([
    [
      'a port that is taken',
      async () => ({ PORT: await takenPort() }),
      /^Port \d+ is taken by another program/,
    ],
    ['a port that is none', () => ({ PORT: 'abc' }), /PORT has to be a port number/],
    [
      'a number that is none',
      () => ({ WORKER_CONCURRENCY: 'many' }),
      /WORKER_CONCURRENCY has to be a whole number/,
    ],
    ['a damaged data folder', () => ({ THREADR_DATA: damagedFolder() }), /is damaged/],
    ['a data folder that can’t be', () => ({ THREADR_DATA: '/dev/null/data' }), /THREADR_DATA/],
    [
      'a second place for files',
      () => ({ STORAGE_FOLDER: '/srv/files', S3_BUCKET: 'files' }),
      /STORAGE_FOLDER is set beside S3_BUCKET/,
    ],
    ['production without secrets', () => ({ THREADR_ENV: 'production' }), /SESSION_SECRET is not set/],
    [
      'a database that isn’t there',
      () => ({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }),
      /ECONNREFUSED/,
    ],
  ])('says in one line that %s is in the way, and ends with 1', async (_, env, sentence) => {
    const { status, stdout, stderr } = await (await start(temporaryFolder(), await env())).ended
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('takes over a database whose Threadr was killed, and its worker’s death does not end it', async () => {
    const folder = temporaryFolder()
    const first = await start(folder)
    await first.says(ready)
    const server = serverPid(folder)
    first.child.kill('SIGKILL')
    await first.ended
    expect(isAlive(server)).toBe(true)

    const second = await start(folder)
    await second.says(ready)
    expect(serverPid(folder)).toBe(server)
    await submitAndWait(second.address)
    second.child.kill('SIGTERM')
    expect((await second.ended).status).toBe(0)
    expect(isAlive(server)).toBe(false)
  })

  test('starts its database again when that dies, and goes on at the same address', async () => {
    const folder = temporaryFolder()
    const running = await start(folder)
    await running.says(ready)
    const { path, cookie } = await submitAndWait(running.address)
    const server = serverPid(folder)
    process.kill(server, 'SIGKILL')
    await running.complains(/PostgreSQL ended unexpectedly. Starting it again/)
    const page = async () => (await fetch(`${running.address}${path}`, { headers: { cookie } })).status
    await expect.poll(page, { timeout: 20_000, interval: 200 }).toBe(200)
    await submitAndWait(running.address)
    running.child.kill('SIGTERM')
    expect((await running.ended).status).toBe(0)
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })

  test.each(['opening.lock', 'postgres', 'holders'])(
    'can be stopped in the middle of its first start (at %s), and the next start is as good as new',
    async (sign) => {
      const folder = temporaryFolder()
      const first = await start(folder)
      await expect.poll(() => existsSync(join(folder, sign)), { timeout: 20_000, interval: 5 }).toBe(true)
      const begun = performance.now()
      process.kill(-(first.child.pid ?? Number.NaN), 'SIGINT')
      expect(await first.ended).toMatchObject({ status: 0, stdout: 'Threadr has stopped.\n', stderr: '' })
      expect(performance.now() - begun).toBeLessThan(10_000)
      expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)

      const second = await start(folder)
      await second.says(ready)
      second.child.kill('SIGTERM')
      expect((await second.ended).status).toBe(0)
    },
  )

  test.runIf(process.getuid?.() === 0)(
    'keeps its database elsewhere where only root may enter the data folder',
    async () => {
      const folder = temporaryFolder()
      chmodSync(folder, 0o700)
      const running = await start(folder)
      await running.says(ready)
      const { cluster } = JSON.parse(readFileSync(join(folder, 'local.json'), 'utf8'))
      onTestFinished(() => rmSync(dirname(cluster), { recursive: true, force: true }))
      expect(cluster.startsWith(folder)).toBe(false)
      await submitAndWait(running.address)
      running.child.kill('SIGTERM')
      expect((await running.ended).status).toBe(0)
    },
  )

  test('uses the server of DATABASE_URL and leaves it running', async () => {
    const server = inject('testServer')
    const name = `start_${randomBytes(6).toString('hex')}`
    const client = new pg.Client({ connectionString: server.ownerUrl.replace('DATABASE', 'postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    onTestFinished(async () => {
      await client.query(`drop database ${name} with (force)`)
      await client.end()
    })
    const folder = temporaryFolder()
    const running = await start(folder, { DATABASE_URL: server.ownerUrl.replace('DATABASE', name) })
    await running.says(ready)
    await submitAndWait(running.address)
    running.child.kill('SIGTERM')
    expect((await running.ended).status).toBe(0)
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    expect((await client.query('select 1')).rowCount).toBe(1)
  })
})
