/** What keeps a local command from going on: one clear sentence for the person who ran it. */
export class LocalFault extends Error {
  override name = 'LocalFault'
  /** The exit status: 1 for the machine's state, 2 for what was asked. */
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
