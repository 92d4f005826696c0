import OpenAI from 'openai'

/** OpenAI's own address, where no other is set. */
const openAiUrl = 'https://api.openai.com/v1'

/**
 * The `openai` library for one server: it never tries twice (the job does), takes nothing from the environment, and
 * logs nothing by itself.
 *
 * @param timeoutMs how long to wait for the head of a response, in milliseconds
 */
export function modelClient(server: { apiKey: string; baseUrl?: string }, timeoutMs: number): OpenAI {
  return new OpenAI({
    apiKey: server.apiKey,
    baseURL: server.baseUrl ?? openAiUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
  })
}
