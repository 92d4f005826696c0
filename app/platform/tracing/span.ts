export type Attributes = Record<string, string | number | boolean>
export type SpanKind = 'server' | 'client' | 'consumer' | 'internal'

/** A stretch of work within a trace. */
export type Span = {
  /** What names it to others, as W3C's Trace Context writes it. */
  traceparent: string
  child(name: string, kind: SpanKind, attributes?: Attributes): Span
  rename(name: string): void
  set(attributes: Attributes): void
  /** With an error it counts as failed; of the error only its kind is told, since its words may hold what is nobody's business. */
  end(error?: unknown): void
}

/** Where traces begin. `parent` is the traceparent of what led to it, perhaps in another process. */
export type Tracer = {
  begin(name: string, kind: SpanKind, attributes?: Attributes, parent?: string | null): Span
  /** Sends what was not sent yet, within some seconds. */
  close(): Promise<void>
}
