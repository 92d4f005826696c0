import { createStackParser, createTransport, type ErrorEvent, Scope } from '@sentry/core'
import { nodeStackLineParser, ServerRuntimeClient } from '@sentry/core/server'
import { seconds } from '../durations.ts'
import { AppError } from '../errors.ts'
import { createScrub } from '../scrub.ts'
import { currentWork } from '../work.server.ts'
import type { ErrorReporter } from './error-reporter.ts'

const patience = seconds(3)

type Options = { dsn: string; name: string; environment: string; secrets: readonly string[] }

/**
 * Reports to Sentry, or any server that takes its envelopes. Only what is named here is sent: the error with its stack, which
 * request and process it was in, and the id of who was signed in. Nothing of the request itself, no address, no cookie, no
 * name of the computer; and what stands in an error's own words is scrubbed as in the log.
 */
export function createSentryReporter({ dsn, name, environment, secrets }: Options): ErrorReporter {
  const scrub = createScrub(secrets)
  const client = new ServerRuntimeClient({
    dsn,
    environment,
    platform: 'node',
    runtime: { name: 'node', version: process.version },
    integrations: [],
    sendClientReports: false,
    enhanceFetchErrorMessages: false,
    stackParser: createStackParser(nodeStackLineParser()),
    transport: (options) =>
      createTransport(options, async ({ body }) => {
        const answer = await fetch(options.url, {
          method: 'POST',
          body: typeof body === 'string' ? body : new Uint8Array(body),
          headers: { 'Content-Type': 'application/x-sentry-envelope' },
          signal: AbortSignal.timeout(patience),
        })
        await answer.body?.cancel()
        return {
          statusCode: answer.status,
          headers: {
            'x-sentry-rate-limits': answer.headers.get('x-sentry-rate-limits'),
            'retry-after': answer.headers.get('retry-after'),
          },
        }
      }),
    beforeSend: (event) => named(event, scrub),
  })
  client.init()
  return {
    report(error, message) {
      const work = currentWork()
      const scope = new Scope()
      scope.setTags({ process: name, message, ...(error instanceof AppError && { code: error.code }) })
      if (work) scope.setTag('request_id', work.requestId)
      if (work?.userId !== undefined) scope.setUser({ id: work.userId })
      client.captureException(error, {}, scope)
    },
    async close() {
      await client.close(patience)
    },
  }
}

/** A new event of what may be sent, so that nothing which the library adds some day goes along. */
function named(event: ErrorEvent, scrub: (text: string) => string): ErrorEvent {
  const { event_id, timestamp, level, platform, environment, exception, tags, user, contexts } = event
  const kept: ErrorEvent = {
    type: undefined,
    ...(event_id !== undefined && { event_id }),
    ...(timestamp !== undefined && { timestamp }),
    level: level ?? 'error',
    ...(platform !== undefined && { platform }),
    ...(environment !== undefined && { environment }),
    ...(tags && { tags }),
    ...(user?.id !== undefined && { user: { id: user.id } }),
    ...(contexts?.runtime && { contexts: { runtime: contexts.runtime } }),
    exception: {
      values: (exception?.values ?? []).map((each) => ({
        ...(each.type !== undefined && { type: each.type }),
        ...(each.value !== undefined && { value: scrub(each.value) }),
        ...(each.stacktrace && { stacktrace: each.stacktrace }),
      })),
    },
  }
  return kept
}
