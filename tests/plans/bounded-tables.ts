/** Tables that never grow large, however many people there are, each with what bounds it: they may be read from end to end. */
export const boundedTables: Record<string, string> = {
  _prisma_migrations: 'one row a migration',
  alert_posts: 'what was posted of alerts; swept with them',
  alerts: 'what fired; swept after a while',
  circuit_breakers: 'one row a provider and model',
  component_days: 'one row a component and day of the status page',
  daily_numbers: 'some numbers a day, of the years that there are',
  flags: 'one row a declared flag',
  incident_notes: 'what staff wrote',
  legacy_cursors: 'one row an import',
  measure_hours: 'eight weeks',
  measure_minutes: 'three days',
  measure_sources: 'one row a process of three days',
  money_days: 'one row a day and currency',
  money_standing: 'one row a currency',
  newsletter_issues: 'what staff wrote',
  paces: 'one row a provider',
  signing_keys: 'a key in use and those before it',
  watch_marks: 'one row a mark',
  worker_pools: 'one row a worker of this minute',
  _private_job_queues: 'one row a named queue',
  _private_known_crontabs: 'one row an entry of the crontab',
  _private_tasks: 'one row a task',
  migrations: 'one row a migration of the queue',
}

/** Indexes of few rows of a large table, each with which they are. */
export const boundedIndexes: Record<string, string> = {
  generations_active_idx: 'what is being written at the moment, or waits for it',
  generations_one_active_key: 'the same, and what waits for its owner',
  users_limited_at_idx: 'accounts that staff have to decide about',
  captures_for_news: 'addresses that get the newsletter, of which staff are told how many there are',
  mail_wishes_for_news: 'people who get it',
}
