import type { JobName } from '#app/platform/queue/catalog.ts'

/** When jobs come by themselves, in UTC: minute, hour, day, month, day of the week. Each runs once, in one worker of all. */
const schedule: { when: string; job: JobName; tries: number; options?: string }[] = [
  { when: '17 * * * *', job: 'sweep_uploads', tries: 3 },
  { when: '37 * * * *', job: 'sweep_threads', tries: 3 },
  { when: '*/10 * * * *', job: 'sweep_limits', tries: 3 },
  { when: '47 3 * * *', job: 'sweep_audit', tries: 3 },
  { when: '47 * * * *', job: 'sweep_visitors', tries: 3 },
  { when: '57 * * * *', job: 'sweep_accounts', tries: 3 },
  { when: '7 * * * *', job: 'sweep_privacy', tries: 3 },
  { when: '17 4 * * *', job: 'reconcile_subscriptions', tries: 3 },
  { when: '27 2 * * *', job: 'thin_revisions', tries: 3 },
  { when: '*/5 * * * *', job: 'sweep_digests', tries: 3 },
  { when: '3,18,33,48 * * * *', job: 'sweep_captures', tries: 3 },
  { when: '* * * * *', job: 'send_newsletter', tries: 3 },
  { when: '9,24,39,54 * * * *', job: 'roll_up_numbers', tries: 3 },
  { when: '37 1 * * *', job: 'keep_analytics', tries: 3 },
  { when: '5,15,25,35,45,55 * * * *', job: 'keep_library', tries: 3 },
  // As the catalog has it: where workers are busy, one waits rather than one for each minute.
  {
    when: '* * * * *',
    job: 'evaluate_alerts',
    tries: 3,
    options: '&queue=alerts&priority=-10&jobKey=evaluate-alerts',
  },
  { when: '9,24,39,54 * * * *', job: 'sweep_measures', tries: 3 },
]

/** The schedule as the queue takes it. */
export const crontab = schedule
  .map(({ when, job, tries, options = '' }) => `${when} ${job} ?max=${tries}${options}`)
  .join('\n')
