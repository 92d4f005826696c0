import {
  DiagLogLevel,
  diag,
  SpanKind as Kind,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { seconds } from '../durations.ts'
import { AppError } from '../errors.ts'
import type { Logger } from '../logger.server.ts'
import type { Attributes, Span, SpanKind, Tracer } from './span.ts'

const kinds: Record<SpanKind, Kind> = {
  server: Kind.SERVER,
  client: Kind.CLIENT,
  consumer: Kind.CONSUMER,
  internal: Kind.INTERNAL,
}
/** A collector that is gone must hold up neither a request nor the stop. */
const patience = seconds(3)

type Options = {
  url: string
  headers: Record<string, string>
  /** The share of traces that are kept, 0 to 1. */
  share: number
  name: string
  logger: Pick<Logger, 'warn'>
}

/**
 * Sends traces by OTLP over HTTP, in batches and beside the work: where nobody takes them they are dropped. The library's
 * globals are left alone, since our own context says what a span is a part of.
 */
export function createOtlpTracer({ url, headers, share, name, logger }: Options): Tracer {
  const warn = (message: string) => logger.warn({ reason: message }, 'traces could not be sent')
  diag.setLogger({ error: warn, warn, info() {}, debug() {}, verbose() {} }, DiagLogLevel.WARN)
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: patience })
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': `threadr-${name}` })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter, exportTimeoutMillis: patience, scheduledDelayMillis: seconds(1) }),
    ],
    spanLimits: { attributeValueLengthLimit: 500 },
  })
  const tracer = provider.getTracer('threadr')
  return {
    begin(spanName, kind, attributes = {}, parent) {
      const within = parent ? contextOf(parent) : ROOT_CONTEXT
      return wrap(tracer, tracer.startSpan(spanName, { kind: kinds[kind], attributes }, within))
    },
    async close() {
      await provider.shutdown().catch((error: unknown) => warn(String(error)))
      diag.disable()
    },
  }
}

function wrap(tracer: OtelTracer, span: OtelSpan): Span {
  const { traceId, spanId, traceFlags } = span.spanContext()
  const within = trace.setSpan(ROOT_CONTEXT, span)
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    child: (name: string, kind: SpanKind, attributes: Attributes = {}) =>
      wrap(tracer, tracer.startSpan(name, { kind: kinds[kind], attributes }, within)),
    rename: (name) => void span.updateName(name),
    set: (attributes) => void span.setAttributes(attributes),
    end(error) {
      if (error !== undefined) {
        span.setAttribute('error.type', kindOf(error))
        span.setStatus({ code: SpanStatusCode.ERROR })
      }
      span.end()
    },
  }
}

function kindOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  return error instanceof Error ? error.name : typeof error
}

/** Our own traceparents only; what can't be read begins a trace of its own. */
function contextOf(traceparent: string) {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? []
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT
  const traceFlags = Number.parseInt(flags, 16)
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
