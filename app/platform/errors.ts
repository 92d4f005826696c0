/** Where an error is heard: `warn` for what people do wrong, `error` for what we or a provider do. */
export type ErrorLevel = 'info' | 'warn' | 'error'

/** A page of ours where something can be done about it, and what the link to it says. */
export type LeadsTo = { to: string; label: string }

type AppErrorOptions = {
  /** HTTP status where the error reaches a response; 500 without it. */
  status?: number
  /** The form field that the message belongs to. */
  field?: string
  level?: ErrorLevel
  /** Whether the same attempt may succeed later, so that a job is worth another try. */
  retryable?: boolean
  /** When the same attempt may be made again: whole seconds from now. */
  retryAfterSeconds?: number
  leadsTo?: LeadsTo | undefined
  cause?: unknown
}

/**
 * The one error type of Threadr: a stable code for machines, a sentence for the person (what happened, what to do), a
 * status for the response, and a level for the log.
 */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | undefined
  readonly level: ErrorLevel
  readonly retryable: boolean
  readonly retryAfterSeconds: number | undefined
  readonly leadsTo: LeadsTo | undefined

  constructor(code: string, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.status = options.status ?? 500
    this.field = options.field
    this.level = options.level ?? (this.status >= 500 ? 'error' : 'warn')
    this.retryable = options.retryable ?? false
    this.retryAfterSeconds = options.retryAfterSeconds
    this.leadsTo = options.leadsTo
  }
}
