import type { OwnerRole, Role } from './roles.ts'
import type { Names } from './world.ts'

/** A status, or that one is sent to sign in. */
export type Answer = number | 'sign-in'

/** What each role is answered: the owner of what is asked for, those who are named, and everybody else. */
export type Cells = { owning?: Answer; else: Answer } & Partial<Record<Role, Answer>>

export type FormRow = {
  form: (names: Names) => Record<string, string>
  cells: Cells
  /** Who may change by it what is another's. */
  mayChange?: Role[]
}

export type RouteRow = {
  /** What a loader answers; null for a route without one. */
  get: Cells | null
  /** What an action answers to each of its forms; empty for a route without one. */
  post: Record<string, FormRow>
}

export function answerFor(cells: Cells, role: Role, whose: OwnerRole | null): Answer {
  if (role === whose && cells.owning !== undefined) return cells.owning
  return cells[role] ?? cells.else
}

export const everybody = (answer: Answer): Cells => ({ else: answer })
/** There is no such thing for anybody but its owner. */
export const ownersAlone = (answer: Answer): Cells => ({ owning: answer, else: 404 })
/** Whoever isn't signed in is sent to do so. */
export const signedIn = (answer: Answer): Cells => ({
  nobody: 'sign-in',
  other: 'sign-in',
  owner: 'sign-in',
  else: answer,
})
/** A page for who isn't signed in yet; the others are sent on. */
export const signedOut = (answer: Answer): Cells => ({
  nobody: answer,
  other: answer,
  owner: answer,
  else: 302,
})

export const row = (cells: Cells, form: FormRow['form'] = () => ({})): FormRow => ({ form, cells })
export const intent = (cells: Cells, name: string, more: FormRow['form'] = () => ({})): FormRow =>
  row(cells, (names) => ({ intent: name, ...more(names) }))
