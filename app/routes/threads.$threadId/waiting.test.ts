import { describe, expect, it, vi } from 'vitest'
import { wait, watchVisibility } from './waiting.ts'

class Page extends EventTarget {
  hidden = false
  turn(hidden: boolean) {
    this.hidden = hidden
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

async function settled(promise: Promise<void>) {
  let done = false
  void promise.then(() => {
    done = true
  })
  await Promise.resolve()
  await Promise.resolve()
  return done
}

describe('a hidden page', () => {
  it('goes on asking for a minute, then waits until it is looked at', async () => {
    const page = new Page()
    const abort = new AbortController()
    let now = 0
    const seen = watchVisibility(abort.signal, page, () => now)
    expect(await settled(seen())).toBe(true)
    page.turn(true)
    now = 59_000
    expect(await settled(seen())).toBe(true)
    now = 61_000
    const paused = seen()
    expect(await settled(paused)).toBe(false)
    page.turn(false)
    expect(await settled(paused)).toBe(true)
    expect(await settled(seen())).toBe(true)
  })

  it('that is left for good keeps nothing waiting', async () => {
    const page = new Page()
    page.hidden = true
    const abort = new AbortController()
    let now = 0
    const seen = watchVisibility(abort.signal, page, () => now)
    now = 100_000
    const paused = seen()
    abort.abort()
    expect(await settled(paused)).toBe(true)
    expect(await settled(seen())).toBe(true)
  })
})

describe('a wait', () => {
  it('ends in time, or at once when it is called off', async () => {
    vi.useFakeTimers()
    const abort = new AbortController()
    const whole = wait(1000, abort.signal)
    expect(await settled(whole)).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(await settled(whole)).toBe(true)
    const cut = wait(1000, abort.signal)
    abort.abort()
    expect(await settled(cut)).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    expect(await settled(wait(1000, abort.signal))).toBe(true)
    vi.useRealTimers()
  })
})
