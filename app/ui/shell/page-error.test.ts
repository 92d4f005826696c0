import { describe, expect, it } from 'vitest'
import { waitInWords } from '#app/platform/wait-in-words.ts'
import { modeOf } from './mode.server.ts'
import { pageError, unreachedError } from './page-error.ts'

describe('an error page', () => {
  it('says when to come back after too many requests', () => {
    expect(pageError(429, { message: 'Three threads a day.', retryAfterSeconds: 7000 }).text).toBe(
      'Three threads a day. You can try again in 2 hours.',
    )
    expect(pageError(429, null).text).toContain('Wait a minute')
    expect(pageError(429, 'Come back at noon.').text).toBe('Come back at noon.')
  })

  it.each([400, 403, 404, 410, 422])('of status %i says what its response says', (status) => {
    expect(pageError(status, 'There is no such thread here.').text).toBe('There is no such thread here.')
    expect(pageError(status, { message: 'Gone.' }).text).toBe('Gone.')
  })

  it.each([400, 404, 410, 429, 500])('of status %i has words of its own and a way on', (status) => {
    const page = pageError(status, '')
    expect(page.title).not.toBe('')
    expect(page.text).not.toBe('')
    expect(page.action).not.toBeNull()
  })

  it('shows the way to where something can be done about it', () => {
    const leadsTo = { to: '/pricing', label: 'See plans and prices' }
    expect(pageError(429, { message: 'All used up.', retryAfterSeconds: 60, leadsTo })).toMatchObject({
      text: 'All used up.',
      action: leadsTo,
    })
  })

  it('never shows what broke inside', () => {
    expect(pageError(500, 'connect ECONNREFUSED 10.0.0.3').text).not.toContain('ECONNREFUSED')
  })
})

it.each([
  [0.2, '1 second'],
  [59.5, '60 seconds'],
  [60, '1 minute'],
  [90, '2 minutes'],
  [3600, '1 hour'],
  [3601, '2 hours'],
])('a wait of %d s is said as %s', (seconds, said) => {
  expect(waitInWords(seconds)).toBe(said)
})

it('claims local mode only when the server says so', () => {
  expect(modeOf({ env: { mode: 'local' } })).toBe('local')
  expect(modeOf({ env: { mode: 'test' } })).toBe('local')
  expect(modeOf({ env: { mode: 'production' } })).toBe('production')
  expect(modeOf({})).toBe('production')
})

it('a connection that broke is told as that, and what is wrong within Threadr isn’t', () => {
  for (const words of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'Load failed'])
    expect(unreachedError(new TypeError(words), '/threads?q=sea')).toMatchObject({
      status: null,
      title: 'Threadr can’t be reached',
      action: { to: '/threads?q=sea' },
    })
  expect(unreachedError(new TypeError('x is not a function'), '/')).toBe(null)
})
