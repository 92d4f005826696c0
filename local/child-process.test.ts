import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { keepRunning } from './child-process.ts'
import { isAlive } from './processes.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadr-keep-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
})

/** A process that writes its id into a file of its own, `1`, `2`, …, and is ready `times` times. */
function command(times: number) {
  const script = join(folder, 'script.mjs')
  writeFileSync(
    script,
    `import { existsSync, writeFileSync } from 'node:fs'
    let start = 1
    while (existsSync('${folder}/' + start)) start += 1
    writeFileSync('${folder}/' + start, String(process.pid))
    if (start <= ${times}) process.send('ready')
    setInterval(() => {}, 1000)`,
  )
  return { name: 'tried', args: [script], env: {} }
}

async function started(count: number): Promise<number> {
  const file = join(folder, String(count))
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 10_000 }).toMatch(/\d/)
  return Number(readFileSync(file, 'utf8'))
}

const died = 'The tried process ended unexpectedly (SIGKILL). Starting it again.'

describe('a process that is kept running', () => {
  test('is started again when it dies, and stopped for good when asked', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const keeper = await keepRunning(command(2))
    process.kill(await started(1), 'SIGKILL')
    const second = await started(2)
    await keeper.stop()
    expect(isAlive(second)).toBe(false)
    expect(complaints.mock.calls).toEqual([[died]])
    complaints.mockClear()
  })

  test('is ended also where it is just being started again', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const keeper = await keepRunning(command(1))
    process.kill(await started(1), 'SIGKILL')
    const second = await started(2)
    await keeper.stop()
    expect(isAlive(second)).toBe(false)
    expect(complaints.mock.calls).toEqual([[died]])
    complaints.mockClear()
  })

  test('is ended where a stop comes during its first start', async () => {
    const stop = new AbortController()
    const starting = keepRunning(command(0), stop.signal)
    const first = await started(1)
    stop.abort()
    await expect(starting).rejects.toThrow(/abort/)
    expect(isAlive(first)).toBe(false)
  })
})
