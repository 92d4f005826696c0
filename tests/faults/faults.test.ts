import { describe, expect, test } from 'vitest'
import { runFault } from './run-fault.ts'
import { faults } from './table.ts'

// The time limit only ends a run that hangs: each starts a process of its own, which may take long on a busy machine.
describe('what goes wrong for real is taken well', { timeout: 120_000 }, () => {
  test.each(faults.filter(({ quick }) => quick))('$name', async (fault) => {
    expect(await runFault(fault)).toMatchObject({ ok: true, seen: expect.any(String) })
  })
})
