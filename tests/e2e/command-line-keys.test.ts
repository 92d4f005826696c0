import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { runScript, temporaryFolder } from './run-command.ts'

const threadr = (args: string[], env: Record<string, string>) =>
  runScript('local/cli/main.ts', args, env).ended

test('a key that secrets are sealed with can be replaced by a command, after which the old one is needed no more', async () => {
  const THREADR_DATA = temporaryFolder()
  const [old = '', young = ''] = [1, 2].map(() => randomBytes(24).toString('hex'))
  const made = await threadr(['rotate-signing-key'], { THREADR_DATA, ENCRYPTION_KEY: old })
  expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining('Access tokens are signed with') })

  const resealed = await threadr(['reseal'], { THREADR_DATA, ENCRYPTION_KEY: `${young},${old}` })
  expect(resealed).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('signing_keys.private_key: 1 sealed anew'),
  })

  const withOld = await threadr(['reseal', '--dry-run'], { THREADR_DATA, ENCRYPTION_KEY: old })
  expect(withOld).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/1 that no key opens\n {2}no key/),
  })
  for (const { stdout } of [made, resealed, withOld]) expect(stdout).not.toMatch(/v1\.|"d"/)
})

test('the sums of the money are held against the books by a command, and made anew', async () => {
  const THREADR_DATA = temporaryFolder()
  const held = await threadr(['money'], { THREADR_DATA })
  expect(held).toMatchObject({ status: 0, stdout: 'The sums are what the books come to.\n' })
  const anew = await threadr(['money', '--rebuild'], { THREADR_DATA })
  expect(anew).toMatchObject({ status: 0, stdout: expect.stringContaining('made anew of the books') })
})
