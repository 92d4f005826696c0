import type { Env } from './env.ts'

/** Everything secret that an environment sets, so that it can be kept out of whatever is written down. */
export function secretsOf(env: Env): string[] {
  const { mail, payments, storage, providers, monitoring } = env
  const given = [
    env.sessionSecret,
    ...env.encryptionKeys,
    env.openai?.apiKey,
    env.openaiFallback?.apiKey,
    env.moderation?.apiKey,
    passwordOf(env.databaseUrl),
    passwordOf(env.databaseReplica?.url),
    passwordOf(env.redis?.url),
    passwordOf(mail?.smtp),
    mail?.resend?.apiKey,
    ...(mail?.webhookSecrets ?? []),
    payments?.secretKey,
    ...(payments?.webhookSecrets ?? []),
    providers.github?.clientSecret,
    providers.google?.clientSecret,
    storage.kind === 's3' ? storage.secretAccessKey : null,
    monitoring.metricsToken,
    ...pathOf(env.alerts.webhookUrl),
    ...Object.values(monitoring.traces?.headers ?? {}),
  ]
  return given.filter((secret) => typeof secret === 'string').filter((secret) => secret !== '')
}

/** Of an address such as a database's, as it is meant and as it is written. */
function passwordOf(address: string | null | undefined): string | undefined {
  return address ? URL.parse(address)?.password : undefined
}

/** What of a chat's webhook lets whoever has it post there: one that is short is no secret, and would hide half the log. */
function pathOf(address: string | null): string[] {
  const path = address === null ? '' : new URL(address).pathname
  return path.length < 16 ? [] : [path]
}
