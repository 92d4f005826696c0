import { expect, test } from 'vitest'
import { limitedShare, plans, type Share } from './plans.ts'
import { quotaNotice } from './quota-words.ts'

const now = new Date('2026-11-26T18:30:00Z')
const notice = (plan: Share, left: number) =>
  quotaNotice(
    { plan, left, renewsAt: new Date(plan.per === 'day' ? '2026-11-27T00:00:00Z' : '2026-12-01T00:00:00Z') },
    now,
  )

test.each([
  [plans.visitor, 2, null],
  [plans.visitor, 1, '1 of 3 threads is left for today. More come in 6 hours, at midnight UTC.'],
  [
    plans.visitor,
    0,
    'Without an account there are 3 threads a day, and those for today are used up. More come in 6 hours, at midnight UTC.',
  ],
  [
    limitedShare,
    3,
    'For now your account has 3 threads a day; 3 are left for today. Your account page says how that ends.',
  ],
  [
    limitedShare,
    0,
    'For now your account has 3 threads a day, and those for today are used up. More come in 6 hours, at midnight UTC. Your account page says how that ends.',
  ],
  [plans.free, 5, null],
  [plans.free, 4, '4 of 20 threads are left for this month. More come on 1 December (UTC).'],
  [
    plans.free,
    0,
    'Your plan has 20 threads a month, and those for this month are used up. More come on 1 December (UTC).',
  ],
])('of the plan %o with %i left it says %s', (plan, left, said) => {
  expect(notice(plan, left)).toBe(said)
})
