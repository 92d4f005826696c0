/** Tells of errors to somewhere that collects them; never throws, and nobody waits for it. */
export type ErrorReporter = {
  /** `message` is what the log says of it. */
  report(error: Error, message: string): void
  /** Sends what was not sent yet, within some seconds. */
  close(): Promise<void>
}
