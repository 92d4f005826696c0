/**
 * A migration whose first line is `-- lone` runs outside of a transaction, a statement at a time, as PostgreSQL wants it of
 * an index that is made concurrently. It may be cut off between two, so each has to bear being run again: first
 * `drop index concurrently if exists`, then `create index concurrently`. Each ends its line with its semicolon.
 */
export const isLone = (script: string): boolean => /^--\s*lone\s*$/m.test(script.split('\n', 1)[0] ?? '')

export const loneStatements = (script: string): string[] =>
  script
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
