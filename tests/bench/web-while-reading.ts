import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureBuilt } from '#local/build.ts'
import { keepRunning } from '#local/child-process.ts'
import { migrate } from '#local/database.ts'
import { freePort } from '#local/free-port.ts'
import { ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres } from '#local/postgres/lease.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import type { Figure } from './ratio.ts'

const rounds = 9
const requestsASecond = 40
const secondsARound = 3

const many = (count: number, element: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => element(at))

/**
 * What takes most CPU of all that the limits let through, a second and more each: elements within elements, lines under one parent,
 * and pictures that nothing is left of. None of them ends as a thread, whose writing is not what is measured here.
 */
const hostileBodies = [
  many(
    18_000,
    (at) => `<div class="post-${at}"><span id="x${at}">Text number ${at}, and more of it.</span></div>`,
  ),
  many(39_000, (at) => `<div>Text number ${at} and more of it, or not</div>`),
  many(13_000, (at) => `<figure><img><figcaption>Caption ${at}</figcaption></figure>`),
].map((elements) => elements.join(''))

/** No two are the same, so that each is read. */
const hostilePages = () =>
  [...hostileBodies, ...hostileBodies].map(
    (body) => `<!doctype html><title>${randomBytes(4).toString('hex')}</title><body>${body}`,
  )

/** p95 of a page of the web process while a worker reads hostile pages, against the same while it has nothing to do. */
export async function webWhileReading(): Promise<Figure[]> {
  await ensureBuilt(() => {})
  const folder = mkdtempSync(join(tmpdir(), 'threadr-bench-'))
  const lease = await leasePostgres('.cache/test-postgres', { durable: false })
  const name = `bench_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = ownerUrl(lease.cluster, lease.port, name)
  await migrate(url)
  const port = await freePort()
  const env = {
    THREADR_ENV: 'local',
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    LIMITS_FACTOR: '1000',
    PORT: String(port),
    SESSION_SECRET: randomBytes(24).toString('hex'),
    STORAGE_FOLDER: folder,
    OPENAI_API_KEY: '',
    DATABASE_URL: url,
  }
  const worker = await keepRunning({ name: 'worker', args: ['build/server/worker.js'], env })
  const web = await keepRunning({ name: 'web', args: ['build/server/web.js'], env })
  const counter = new pg.Client({ connectionString: url })
  await counter.connect()
  try {
    const address = `http://localhost:${port}`
    const atWork = async () =>
      (await counter.query(`select 1 from generations where status in ('queued', 'running')`)).rowCount ?? 0
    await p95Of(address)
    const ratios: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const idle = await p95Of(address)
      for (const page of hostilePages()) await submit(address, page)
      // Taking the files in is the web process's own work, and not what is measured here.
      await sleep(500)
      const reading = await p95Of(address)
      if ((await atWork()) === 0)
        throw new Error('the pages were read before the measuring was done: give more')
      ratios.push(reading / idle)
      while ((await atWork()) > 0) await sleep(100)
    }
    return [
      { name: 'web p95 while hostile pages are read / idle', ratio: median(ratios), bar: { atMost: 1.5 } },
    ]
  } finally {
    await counter.end()
    await web.stop()
    await worker.stop()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    await lease.release()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function submit(address: string, page: string): Promise<void> {
  const form = new FormData()
  form.set('file', new File([page], 'page.html'))
  const { status } = await fetch(`${address}/?index`, { method: 'POST', body: form, redirect: 'manual' })
  if (status !== 302) throw new Error(`a hostile page was answered with ${status}`)
}

/** 95th percentile of the landing page's time in milliseconds, at a steady rate of requests. */
async function p95Of(address: string): Promise<number> {
  const times: Promise<number>[] = []
  for (let count = 0; count < requestsASecond * secondsARound; count += 1) {
    times.push(timeOf(address))
    await sleep(1_000 / requestsASecond)
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

async function timeOf(address: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(address)
  await response.text()
  return performance.now() - start
}
