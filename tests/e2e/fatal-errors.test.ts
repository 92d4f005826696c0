import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { freePort } from '#local/free-port.ts'
import { startCollectors } from '#tests/fakes/collectors.ts'
import { builtVariables } from '#tests/setup/built-variables.ts'
import { spawned } from '#tests/setup/spawned.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'

const database = cloneTestDatabase()
/** Makes a process break where nobody catches it, when it gets the signal. */
const breaks = (how: string) =>
  `--import=data:text/javascript,${encodeURIComponent(`process.once('SIGUSR2', () => { ${how} })`)}`

test.each([
  ['web', "throw new Error('it broke at last')"],
  ['worker', "void Promise.reject(new Error('it broke at last'))"],
])('a %s that breaks where nobody catches it ends with 1, says why and reports it', async (name, how) => {
  const collectors = await startCollectors()
  const process = await spawned(`build/server/${name}.js`, {
    ...builtVariables(tmpdir()),
    PORT: String(await freePort()),
    DATABASE_URL: name === 'web' ? database.appUrl : database.ownerUrl,
    SENTRY_DSN: collectors.dsn,
    NODE_OPTIONS: breaks(how),
  })
  process.stop('SIGUSR2')
  expect(await process.ended).toEqual([1, null])
  const last = z
    .object({ level: z.literal(60), msg: z.string(), err: z.object({ message: z.string() }) })
    .parse(JSON.parse(process.log().trimEnd().split('\n').at(-1) ?? ''))
  expect(last).toMatchObject({
    msg: 'ended by an error that nobody caught',
    err: { message: 'it broke at last' },
  })
  expect(collectors.envelopes).toHaveLength(1)
  expect(collectors.envelopes[0]).toContain('it broke at last')
  await collectors.close()
})
