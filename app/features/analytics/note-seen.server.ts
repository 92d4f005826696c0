import { isbot } from 'isbot'
import type { AppContext } from '#app/platform/context.ts'
import type { Owner } from '#app/platform/owner.ts'
import { countEvent } from './count-event.ts'
import { idOfExposure, subjectOf } from './subject.ts'

/** So many at a time of one process, so that a rush of visitors doesn't hold its connections; so many wait, and no more are counted. */
const mostAtOnce = 2
const mostWaiting = 1_000
const waiting: (() => Promise<void>)[] = []
let underway = 0

type NoteContext = Pick<AppContext, 'database' | 'logger'>

/** Whoever asks not to be tracked is not counted where they only look; nor is a program that reads pages. */
const isCounted = ({ headers }: Request): boolean =>
  headers.get('DNT') !== '1' && headers.get('Sec-GPC') !== '1' && !isbot(headers.get('User-Agent'))

/** Notes that a page was seen, of nobody in particular; nothing waits for it and nothing fails by it. */
export function noteSeen(request: Request, context: NoteContext, name: 'landing_seen' | 'shared_seen'): void {
  if (isCounted(request)) aside(context, ({ pool }) => countEvent(pool, name, {}))
}

/** Notes which side of a flag somebody was shown: once a person or browser, flag and day (UTC). */
export function noteExposure(
  request: Request,
  context: NoteContext,
  { flag, isOn, owner }: { flag: string; isOn: boolean; owner: Owner },
): void {
  if (!isCounted(request)) return
  const day = new Date().toISOString().slice(0, 10)
  const once = { id: idOfExposure(flag, subjectOf(owner), day), at: new Date(`${day}T00:00:00Z`) }
  aside(context, ({ pool }) =>
    countEvent(pool, 'flag_exposed', { flag, arm: isOn ? 'on' : 'off' }, { owner, once }),
  )
}

/** Notes that a thread was saved as a file; of whoever asks not to be tracked, that it was, and not by whom. */
export function noteTakenOut(
  request: Request,
  context: NoteContext,
  { owner, threadId, format }: { owner: Owner; threadId: string; format: string },
): void {
  const about = isCounted(request) ? { owner, threadId } : {}
  aside(context, ({ pool }) => countEvent(pool, 'thread_taken_out', { format }, about))
}

function aside(
  { database, logger }: NoteContext,
  note: (database: NoteContext['database']) => Promise<void>,
) {
  if (waiting.length >= mostWaiting) return
  waiting.push(() =>
    note(database).catch((error: unknown) => logger.debug({ err: error }, 'an event was not noted')),
  )
  if (underway < mostAtOnce) void work()
}

async function work(): Promise<void> {
  underway += 1
  for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  underway -= 1
}
