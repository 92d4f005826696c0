/** What PostgreSQL's programs say is wrong: the line that ended them, not the hint that may follow it. */
export function complaintIn(output: string): string {
  const lines = output.trim().split('\n')
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line))
  return (fatal ?? lines.at(-1) ?? '').replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '').trim()
}

/** Whether a complaint is about the computer around the files rather than about the files. */
export const isAboutSurroundings = (complaint: string) =>
  /lock file|in use|shared memory|permission|ownership|could not (bind|create)|no space/i.test(complaint)
