import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freePort } from '#local/free-port.ts'
import { installPackage } from './install-package.ts'

const program = '/usr/sbin/nginx'
if (!existsSync(program)) installPackage('nginx-light')
const splitFile = new URL('../deploy/nginx/split.conf', import.meta.url)

let folder = ''
let nginx: ChildProcess | undefined
let address = ''
const versions: Server[] = []

const startVersion = async (version: string) => {
  const port = await freePort()
  const server = createServer((_request, response) => {
    response.setHeader('X-Threadr-Version', version).setHeader('Connection', 'close').end()
  })
  versions.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return port
}

beforeAll(async () => {
  if (!existsSync(program)) return
  folder = mkdtempSync(join(tmpdir(), 'threadr-split-'))
  const port = await freePort()
  address = `http://127.0.0.1:${port}/`
  const split = readFileSync(splitFile, 'utf8')
    .replace('127.0.0.1:3001', `127.0.0.1:${await startVersion('1.0.0')}`)
    .replace('127.0.0.1:3002', `127.0.0.1:${await startVersion('1.1.0')}`)
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const temp = paths.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${join(folder, 'pid')}; error_log stderr; events {}\nhttp { access_log off;\n${temp}\n${split}\n}`,
  )
  nginx = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  await vi.waitFor(() => fetch(address), { timeout: 20_000 })
})
afterAll(async () => {
  nginx?.kill('SIGTERM')
  for (const server of versions) server.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const ask = async (cookie?: string) => {
  const answer = await fetch(address, cookie ? { headers: { Cookie: cookie } } : {})
  await answer.text()
  return { version: answer.headers.get('X-Threadr-Version'), cookies: answer.headers.getSetCookie() }
}

test.skipIf(!existsSync(program))(
  'newcomers are parted by the share, and each stays where the cookie says',
  async () => {
    const newcomers: Awaited<ReturnType<typeof ask>>[] = []
    for (let round = 0; round < 40; round += 1)
      newcomers.push(...(await Promise.all(Array.from({ length: 10 }, () => ask()))))
    const onB = newcomers.filter(({ version }) => version === '1.1.0')
    expect(onB.length + newcomers.filter(({ version }) => version === '1.0.0').length).toBe(400)
    // A tenth of 400: outside of these it is once in many billions of runs.
    expect(onB.length).toBeGreaterThan(5)
    expect(onB.length).toBeLessThan(90)
    for (const { version, cookies } of newcomers) {
      expect(cookies).toHaveLength(1)
      expect(cookies[0]).toMatch(
        new RegExp(`^threadr_side=${version === '1.1.0' ? 'b' : 'a'}; Path=/;.*HttpOnly`),
      )
    }
    for (const [side, version] of [
      ['a', '1.0.0'],
      ['b', '1.1.0'],
    ])
      for (let times = 0; times < 20; times += 1)
        expect(await ask(`threadr_side=${side}`)).toEqual({ version, cookies: [] })
    // One that nobody set is drawn anew.
    expect((await ask('threadr_side=c')).cookies).toHaveLength(1)
  },
)
