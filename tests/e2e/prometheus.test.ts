import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '#local/free-port.ts'
import { findPrometheus } from '#tests/find-program.ts'
import { builtVariables } from '#tests/setup/built-variables.ts'
import { spawned } from '#tests/setup/spawned.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const program = findPrometheus()
const database = cloneTestDatabase()
const token = 'the metrics token of a test 0001'
const deploy = (path: string) => readFileSync(new URL(`../../deploy/${path}`, import.meta.url), 'utf8')
const uploads = mkdtempSync(join(tmpdir(), 'threadr-prometheus-'))

type Spawned = Awaited<ReturnType<typeof spawned>>
let web: Spawned | undefined
let worker: Spawned | undefined
let prometheus: ChildProcess | undefined
let address = ''
const ports = { web: 0, worker: 0 }

const startProcess = (name: 'web' | 'worker') =>
  spawned(`build/server/${name}.js`, {
    ...builtVariables(uploads),
    PORT: String(ports.web),
    MONITORING_PORT: String(ports.worker),
    METRICS_TOKEN: token,
    DATABASE_URL: name === 'web' ? database.appUrl : database.ownerUrl,
  })

/** As whoever runs one would have it, but that it looks each second. */
async function startPrometheus(from: string): Promise<void> {
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  writeFileSync(
    join(uploads, 'rules.yml'),
    deploy('prometheus/rules.yml').replaceAll('interval: 1m', 'interval: 1s'),
  )
  const target = (name: 'web' | 'worker') => ({
    job_name: `threadr-${name}`,
    authorization: { credentials: token },
    static_configs: [{ targets: [`127.0.0.1:${ports[name]}`] }],
  })
  // JSON is YAML too.
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ['rules.yml'],
    scrape_configs: [target('web'), target('worker')],
  }
  writeFileSync(join(uploads, 'prometheus.yml'), JSON.stringify(config))
  prometheus = spawn(
    from,
    [
      `--config.file=${join(uploads, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(uploads, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  )
}

async function ask<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await fetch(address + path)
  return z.object({ data: schema }).parse(await answer.json()).data
}
const ruleSchema = z.object({
  name: z.string(),
  state: z.string(),
  health: z.string(),
  lastError: z.string().optional(),
})
const rules = async () =>
  (
    await ask('/api/v1/rules', z.object({ groups: z.array(z.object({ rules: z.array(ruleSchema) })) }))
  ).groups.flatMap((group) => group.rules)
const stateOf = async (name: string) => (await rules()).find((rule) => rule.name === name)?.state
const found = async (expression: string) => {
  const query = new URLSearchParams({ query: expression.replaceAll('$__rate_interval', '30s') })
  return (await ask(`/api/v1/query?${query}`, z.object({ result: z.array(z.unknown()) }))).result.length
}

describe.skipIf(!program)('a real Prometheus (needs prometheus)', () => {
  beforeAll(async () => {
    ports.web = await freePort()
    ports.worker = await freePort()
    ;[web, worker] = await Promise.all([startProcess('web'), startProcess('worker')])
    await startPrometheus(program ?? '')
  })
  afterAll(async () => {
    web?.stop()
    worker?.stop()
    await Promise.all([web?.ended, worker?.ended])
    if (prometheus?.kill('SIGTERM')) await once(prometheus, 'exit')
    rmSync(uploads, { recursive: true, force: true })
  })

  test('reads both kinds of processes', async () => {
    const targets = z.object({
      activeTargets: z.array(z.object({ scrapePool: z.string(), health: z.string(), lastError: z.string() })),
    })
    await expect
      .poll(async () => (await ask('/api/v1/targets', targets).catch(() => null))?.activeTargets)
      .toEqual(
        ['threadr-web', 'threadr-worker'].map((scrapePool) => ({ scrapePool, health: 'up', lastError: '' })),
      )
  })

  test('understands every rule, and none fires where all is well', async () => {
    const unwell = async () =>
      (await rules()).filter(({ health, state }) => health !== 'ok' || state !== 'inactive')
    await expect.poll(unwell).toEqual([])
    expect((await rules()).length).toBeGreaterThan(10)
  })

  test('understands every figure of the dashboard, and has values for what is always there', async () => {
    const target = z.object({ expr: z.string() })
    const board = z
      .object({ panels: z.array(z.object({ targets: z.array(target).default([]) })) })
      .parse(JSON.parse(deploy('grafana/threadr.json')))
    const expressions = board.panels.flatMap((panel) => panel.targets.map(({ expr }) => expr))
    expect(expressions.length).toBeGreaterThan(20)
    for (const expression of expressions)
      await expect(found(expression), expression).resolves.toBeGreaterThanOrEqual(0)
    await fetch(`http://127.0.0.1:${ports.web}/pricing`)
    const always = expressions.filter((each) => /event_loop|memory|pool_connections|cpu_seconds/.test(each))
    expect(always).toHaveLength(4)
    for (const expression of always)
      await expect.poll(() => found(expression), { message: expression }).toBeGreaterThan(0)
  })

  test('sees that no worker is alive, and that there is one again', async () => {
    worker?.stop('SIGKILL')
    await worker?.ended
    // From there it fires after the two minutes of the rule.
    await expect.poll(() => stateOf('ThreadrWorkersGone')).toBe('pending')
    expect((await rules()).filter(({ state }) => state !== 'inactive').map(({ name }) => name)).toEqual([
      'ThreadrWorkersGone',
    ])
    worker = await startProcess('worker')
    await expect.poll(() => stateOf('ThreadrWorkersGone')).toBe('inactive')
  })
})
