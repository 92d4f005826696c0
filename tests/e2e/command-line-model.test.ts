import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { bridgeArticle } from '#tests/factories/texts.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { runScript } from './run-command.ts'

let model: FakeOpenAi | null = null
afterEach(() => model?.close())

/** One data folder for all, which everybody may enter, since making its database takes longest. */
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadr-test-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `threadr make` with a model that behaves like this. */
async function make(behaviour: Behaviour, args: string[] = []) {
  model = await startFakeOpenAi({ respond: () => behaviour })
  const variables = {
    THREADR_DATA: folder,
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'test-model',
  }
  return runScript('local/cli/main.ts', ['make', '-', '--json', ...args], variables, bridgeArticle).ended
}
const writerOf = (stdout: string) => z.object({ writer: z.string() }).parse(JSON.parse(stdout)).writer

test('a command whose model is down makes the thread all the same, and says who wrote it', async () => {
  const { status, stdout, stderr } = await make({ kind: 'error', status: 500 })
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('The model could not be reached, so the built-in writer wrote this.'),
  })
  expect(writerOf(stdout)).toBe('builtin')
})

test('a command that asks for the model by name fails with the model’s failure', async () => {
  const { status, stdout, stderr } = await make({ kind: 'error', status: 401 }, ['--writer', 'openai'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('refused our key')
})

test('a command whose model is well says nothing of the kind', async () => {
  const { stdout, stderr } = await make({ kind: 'thread' })
  expect(writerOf(stdout)).toBe('openai')
  expect(stderr).not.toContain('built-in writer')
})
