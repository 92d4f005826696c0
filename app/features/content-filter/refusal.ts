import { AppError } from '#app/platform/errors.ts'
import type { Breach } from './find-breach.ts'
import type { Reason } from './rules/rule.ts'

/** What each reason is, after "reads like". */
const readsLike: Record<Reason, string> = {
  'sexual-minors': 'sexual content about a child',
  weapons: 'instructions for a weapon, or for harming many people',
  threat: 'a threat of violence against people',
  harassment: 'harassment or hatred aimed at people',
  doxxing: 'a private address with a call to go there',
  'self-harm': 'instructions for harming oneself',
}

const whoToTalkTo =
  ' If you think of harming yourself, please talk to somebody now: findahelpline.com lists who answers near you.'

/** What was refused, as it stands at the start of the sentence for the person. */
export type Named =
  | 'Your instruction'
  | 'The audience'
  | 'The closing line'
  | 'The text'
  | 'The written thread'

/**
 * The refusal as a person is told it: what, why, and how to appeal. Its code is `content-refused`, never worth another try.
 *
 * @param eventId the number of the refusal in the audit trail, by which whoever decides on an appeal finds it
 * @param supportEmail null where none is set
 */
export function refusal(
  { reason }: Breach,
  named: Named,
  {
    eventId,
    supportEmail,
    field,
  }: { eventId: string; supportEmail: string | null; field?: string | undefined },
): AppError {
  const contact = supportEmail ?? 'whoever runs this Threadr'
  const what = `${named} reads like ${readsLike[reason]}, which can hurt people, so Threadr makes no thread of it.`
  const allowed = ' News, history, medicine and fiction about such things are welcome.'
  const appeal = ` If we got it wrong, write to ${contact} and name refusal ${eventId}.`
  const help = reason === 'self-harm' ? whoToTalkTo : ''
  return new AppError('content-refused', `${what}${allowed}${appeal}${help}`, {
    status: 422,
    ...(field !== undefined && { field }),
  })
}
