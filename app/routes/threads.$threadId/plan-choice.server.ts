import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { choosePlan, type PlanChoice } from '#app/features/generation/choose-plan.ts'
import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import { throwAsResponse } from '#app/platform/error-response.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Owner } from '#app/platform/owner.ts'
import type { RefusedPlan } from './thread-props.ts'

type Fields = Record<string, unknown>

const planForm = z.object({ intent: z.literal('write-plan'), snapshotId: z.uuid() })
const placeSchema = z.coerce.number().int().min(1).max(999)

/** Whether a form chooses from a plan. */
export const isPlanForm = (fields: Fields): boolean => planForm.safeParse(fields).success

/** Has the thread written from what was chosen, or tells at the points why it can't be, with what was entered. */
export async function answerPlan(db: Db, owner: Owner, threadId: string, fields: Fields) {
  try {
    await choosePlan(db, owner, threadId, readChoice(fields))
    return redirect(paths.thread(threadId))
  } catch (error) {
    if (!(error instanceof AppError) || error.field !== 'points') return throwAsResponse(error)
    const values = z.record(z.string(), z.string()).catch({}).parse(fields)
    return data<{ plan: RefusedPlan }>({ plan: { error: error.message, values } }, { status: error.status })
  }
}

/** The points that are kept, by the places given them; two with one place stay in the plan's order. */
function readChoice(fields: Fields): PlanChoice {
  const { snapshotId } = planForm.parse(fields)
  const kept = Object.keys(fields).flatMap((name) => {
    const number = /^keep-(\d{1,4})$/.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  const placed = kept.map((number) => ({ number, place: placeOf(fields[`order-${number}`] ?? number) }))
  placed.sort((a, b) => a.place - b.place || a.number - b.number)
  return { snapshotId, points: placed.map(({ number }) => number) }
}

function placeOf(value: unknown): number {
  const place = placeSchema.safeParse(value === '' ? null : value)
  if (place.success) return place.data
  throw new AppError('no-place', 'Give each point that stays a number from 1 on as its place.', {
    status: 422,
    field: 'points',
  })
}
