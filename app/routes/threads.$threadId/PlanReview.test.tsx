import { describe, expect, it } from 'vitest'
import { renderPage } from '#app/ui/testing/render-page.tsx'
import { PlanReview } from './PlanReview.tsx'
import { firstOrder, moved } from './plan-order.ts'
import type { RefusedPlan, ShownPlan } from './thread-props.ts'

const plan: ShownPlan = {
  snapshotId: '01a2158e-bfbe-745d-afc8-1db35c504f20',
  points: [1, 2, 3].map((number) => ({
    number,
    text: `Point ${number} <b>`,
    passages: [`Passage ${number}.`],
  })),
}
const shown = (refused: RefusedPlan | null = null) =>
  renderPage(<PlanReview plan={plan} refused={refused} sourceId="s1" />)

describe('a plan to choose from', () => {
  it('shows each point with its passage, all kept, and a field for its place without JavaScript', () => {
    const page = shown()
    expect(page).toContain('Point 2 &lt;b&gt;')
    expect(page).toContain('Passage 3.')
    for (const number of [1, 2, 3]) {
      expect(page).toMatch(new RegExp(`<input[^>]*name="keep-${number}"[^>]*checked`, 'u'))
      expect(page).toMatch(new RegExp(`<input[^>]*type="number"[^>]*name="order-${number}"`, 'u'))
    }
    expect(page).not.toContain('role="alert"')
  })

  it('says at the points what was wrong, with what was entered', () => {
    const page = shown({
      error: 'Keep at least one point to write from.',
      values: { 'order-3': '1', 'order-1': '7' },
    })
    expect(page).toContain('role="alert"')
    expect(page).toContain('Keep at least one point')
    expect(page).not.toMatch(/name="keep-\d"[^>]*checked/u)
    expect(page.indexOf('Point 3')).toBeLessThan(page.indexOf('Point 1'))
    expect(page).toContain('value="7"')
  })
})

describe('the order of points', () => {
  it('is the plan’s at first, or what was entered', () => {
    expect(firstOrder(plan.points, {})).toEqual([1, 2, 3])
    expect(firstOrder(plan.points, { 'order-1': '9', 'order-2': 'x' })).toEqual([2, 3, 1])
  })

  it('changes by one place, and stays at the ends', () => {
    expect(moved([1, 2, 3], 3, -1)).toEqual([1, 3, 2])
    expect(moved([1, 2, 3], 1, 1)).toEqual([2, 1, 3])
    expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3])
    expect(moved([1, 2, 3], 3, 1)).toEqual([1, 2, 3])
  })
})
