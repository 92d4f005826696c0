import { createModerationClient, type Moderate } from '#app/integrations/openai/moderation.server.ts'
import type { Env } from '#app/platform/env.ts'
import type { Logger } from '#app/platform/logger.server.ts'

/** What looking at a text needs. */
export type ContentFilter = {
  /** Null where OpenAI's moderation isn't asked: then our own rules decide alone. */
  moderate: Moderate | null
  /** Where an appeal goes; null is whoever runs this Threadr. */
  supportEmail: string | null
  logger: Pick<Logger, 'warn'>
}

export function createContentFilter(
  env: Pick<Env, 'moderation' | 'supportEmail'>,
  logger: ContentFilter['logger'],
): ContentFilter {
  const moderate = env.moderation && createModerationClient(env.moderation)
  return { moderate, supportEmail: env.supportEmail, logger }
}
