import { afterEach, beforeEach, expect, vi } from 'vitest'

/** Something that complains on the console without the test expecting it is a fault that the test has found. */
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  const complaints = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls]
  vi.restoreAllMocks()
  expect(complaints, 'complaints on the console').toEqual([])
})
