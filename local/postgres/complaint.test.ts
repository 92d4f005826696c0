import { expect, test } from 'vitest'
import { complaintIn, isAboutSurroundings } from './complaint.ts'

test('the line that ended PostgreSQL is told, not the hint after it', () => {
  const log = [
    '2026-01-01 10:00:00.000 UTC [7] LOG:  starting PostgreSQL',
    '2026-01-01 10:00:00.000 UTC [7] FATAL:  lock file "postmaster.pid" already exists',
    '2026-01-01 10:00:00.000 UTC [7] HINT:  Is another postmaster (PID 6) running?',
    '',
  ].join('\n')
  expect(complaintIn(log)).toBe('lock file "postmaster.pid" already exists')
  expect(complaintIn('initdb: error: could not access directory')).toBe('could not access directory')
  expect(complaintIn('Segmentation fault\n')).toBe('Segmentation fault')
  expect(complaintIn('')).toBe('')
})

test('only damaged files lead to the advice to replace them', () => {
  expect(isAboutSurroundings('lock file "postmaster.pid" already exists')).toBe(true)
  expect(isAboutSurroundings('data directory "/x" has wrong ownership')).toBe(true)
  expect(isAboutSurroundings('"/x" is not a valid data directory')).toBe(false)
  expect(isAboutSurroundings('could not locate a valid checkpoint record')).toBe(false)
})
