import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('secrets of the environment never reach the log', { timeout: 30_000 }, () => {
  const script = `
    import { createLogger } from '#app/platform/logger.server.ts'
    const logger = createLogger({ level: 'info', name: 'test' })
    const storage = { bucket: 'files', secretAccessKey: 'hidden-1' }
    const openai = { model: 'some', apiKey: 'hidden-2' }
    logger.info({ env: { storage, openai } }, 'all of it')
    logger.info({ storage, openai }, 'its parts')
    logger.info(storage, 'one itself')`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'))
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(line).toContain('"files"')
    expect(line).not.toContain('hidden')
  }
})
