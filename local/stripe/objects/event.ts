import { apiVersion } from '../api-version.ts'
import type { EventRecord } from '../records/event.ts'

/** An event as it is listed and sent: with the thing as it was at that moment. */
export const eventObject = (event: EventRecord) => ({
  id: event.id,
  object: 'event' as const,
  api_version: apiVersion,
  created: event.created,
  data: { object: event.object, ...(event.previous && { previous_attributes: event.previous }) },
  livemode: false,
  pending_webhooks: event.pending ? 1 : 0,
  request: { id: event.request.id, idempotency_key: event.request.key },
  type: event.type,
})
