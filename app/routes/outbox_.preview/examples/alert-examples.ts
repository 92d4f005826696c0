import { alertMail } from '#app/features/alerts/telling/alert-words.ts'
import { exampleDay } from './example-day.ts'

const gone = {
  rule: 'workers-gone',
  value: 0,
  pendingAt: exampleDay,
  firedAt: exampleDay,
  clearedAt: null,
}

/** To whoever runs Threadr. */
export const alertExamples = (appUrl: string) => ({
  'alert-firing': alertMail(gone, 'firing', appUrl),
  'alert-escalated': alertMail(gone, 'escalated-1', appUrl),
  'alert-cleared': alertMail({ ...gone, clearedAt: new Date('2026-12-10T08:21:00Z') }, 'cleared', appUrl),
})
