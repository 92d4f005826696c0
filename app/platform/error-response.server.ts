import { STATUS_CODES } from 'node:http'
import { AppError } from './errors.ts'

/**
 * Turns an error that is the caller's doing, or passes by itself, into the response of a page that says so; anything
 * else goes on as it is. Made for `.catch(…)` in loaders and actions.
 */
export function throwAsResponse(error: unknown): never {
  if (error instanceof AppError && (error.status < 500 || error.retryAfterSeconds !== undefined))
    throw new Response(error.message, { status: error.status, headers: retryAfter(error) })
  throw error
}

/** The same for a page that can show the way to where something can be done about it. */
export function throwToPage(error: unknown): never {
  if (error instanceof AppError && error.leadsTo) {
    const { message, leadsTo, retryAfterSeconds, status } = error
    throw Response.json({ message, leadsTo, retryAfterSeconds }, { status, headers: retryAfter(error) })
  }
  throwAsResponse(error)
}

/** The header that says when to come back, where the error does. */
export const retryAfter = ({ retryAfterSeconds }: AppError): Record<string, string> =>
  retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }

/** Whether a request is a program's that reads JSON; a browser asks for HTML first, and who says nothing gets a page. */
export function asksForJson(request: Request): boolean {
  const accept = request.headers.get('Accept') ?? ''
  return /\bapplication\/([a-z.-]+\+)?json\b/.test(accept) && !accept.includes('text/html')
}

type Problem = {
  /** Names the kind of problem by an address; none says no more than the status. */
  type?: string
  status: number
  /** What happened and what to do. */
  detail: string
  /** An AppError's. */
  code?: string
  /** What is wrong with which field. */
  errors?: Record<string, string>
  /** Where a plan can be had that has it. */
  upgrade?: string
}

/** An error as a program reads it: a problem document of RFC 9457, whose title is the status' own. */
export function problemResponse(problem: Problem, headers: HeadersInit = {}): Response {
  const given = new Headers(headers)
  given.set('Content-Type', 'application/problem+json')
  given.set('Cache-Control', 'no-store')
  const title = STATUS_CODES[problem.status] ?? 'Error'
  return new Response(JSON.stringify({ type: 'about:blank', title, ...problem }), {
    status: problem.status,
    headers: given,
  })
}
