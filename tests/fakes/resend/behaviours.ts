/** What the fake does with a request, beside what its rules say. */
export type Behaviour =
  /** Takes it, as Resend does on a good day. */
  | { kind: 'take' }
  /** Takes it, and answers after so many milliseconds, or never where the asker goes first. */
  | { kind: 'take-slowly'; ms: number }
  | { kind: 'refuse'; status: number; name: string; retryAfterSeconds?: number }
  /** A proxy's page instead of JSON. */
  | { kind: 'broken-page'; status: number }
  | { kind: 'drop-before-taking' }
  | { kind: 'drop-after-taking' }
  /** Never answers, and takes nothing. */
  | { kind: 'silent' }
