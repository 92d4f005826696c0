import type { Progress } from './progress.ts'

const reasons: Record<string, string> = {
  'model-busy': 'The model had too much to do',
  'model-resting': 'The model had failed several times in a row',
  'model-timed-out': 'The model took too long to answer',
  'model-stalled': 'The model stopped in the middle of its answer',
  'model-cut-short': 'The model’s answer broke off before its end',
  'model-malformed': 'The model’s answer could not be read',
  'model-too-few': 'The model wrote too few tweets to make a thread',
  'model-too-long': 'The model ran out of room before it was done',
  'model-over-budget': 'The budget for the model is used up',
  'model-budget-unknown': 'The budget for the model could not be looked up',
  'model-key-refused': 'The model refused this Threadr’s key',
  'model-out-of-credit': 'This Threadr’s credit at the model is used up',
  'model-request-refused': 'The model did not accept the request',
}

/** Why the model could not write, by the code of its failure, as the first half of a sentence. */
export const failureWords = (code: string) => reasons[code] ?? 'The model could not be reached'

/**
 * Says plainly that the built-in writer wrote in the model's place, why, and what became of the tweets that had been
 * shown by then.
 */
export function switchedSentence({ because, after }: NonNullable<Progress['switched']>): string {
  const reason = failureWords(because)
  if (after === 0) return `${reason}, so the built-in writer wrote this.`
  const shown = after === 1 ? 'The tweet it had written is' : `The ${after} tweets it had written are`
  return `${reason}, so the built-in writer wrote this from the beginning. ${shown} not part of it.`
}
