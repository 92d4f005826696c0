import { z } from 'zod'
import { type AlertSettings, alertFields, chooseAlerts } from './alert-settings.ts'
import { seconds } from './durations.ts'
import { blankAsUnset, count, optional, webAddress, withDefault, zeroOrOne } from './env-values.ts'
import { chooseMail, type MailSettings, mailFields } from './mail-settings.ts'
import { chooseModels, type ModelSettings, modelFields } from './model-settings.ts'
import { chooseMonitoring, type MonitoringSettings, monitoringFields } from './monitoring-settings.ts'
import { choosePayments, type PaymentSettings, paymentFields } from './payment-settings.ts'
import { chooseProviders, type ProviderSettings, providerFields } from './provider-settings.ts'
import { chooseRedis, type RedisSettings, redisFields } from './redis/settings.ts'
import { chooseStorage, type StorageSettings, storageFields } from './storage-settings.ts'

const flag = withDefault(zeroOrOne, '0').transform((value) => value === '1')
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'has to be a port number from 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65535, 'has to be a port number from 1 to 65535')
/** Origins parted by commas, each as a browser writes it: a scheme and a host, with a port where it isn't the usual one. */
function originsOf(value: string, context: z.RefinementCtx): string[] {
  const origins = value.split(',').map((origin) => origin.trim())
  const given = origins.filter((origin) => origin !== '')
  for (const origin of given)
    if (!/^https?:/.test(origin) || URL.parse(origin)?.origin !== origin)
      context.addIssue({
        code: 'custom',
        message: 'has to be origins such as https://example.com, parted by commas',
      })
  return given
}
const postgresAddress = z.string().regex(/^postgres(ql)?:\/\//, 'has to begin with postgres://')
const loopback = new Set(['localhost', '127.0.0.1', '::1'])

/** Secrets that stand in examples and so are known to everybody. */
const sampleSecrets = /change.?me|example|sample|secret|password|^(.)\1+$/i

const schema = z
  .object({
    THREADR_ENV: withDefault(
      z.enum(
        ['local', 'development', 'test', 'production'],
        'has to be local, development, test or production',
      ),
      'local',
    ),
    PORT: withDefault(port, '3000'),
    HOST: optional(z.string()),
    APP_URL: optional(webAddress),
    DATABASE_URL: z.preprocess(
      blankAsUnset,
      z.string('is not set: give the address of a PostgreSQL database, postgres://…').pipe(postgresAddress),
    ),
    DATABASE_DIRECT_URL: optional(postgresAddress),
    DATABASE_REPLICA_URL: optional(postgresAddress),
    DATABASE_REPLICA_LAG_SECONDS: withDefault(count(1, 3600), '10'),
    DATABASE_POOLED: flag,
    DATABASE_POOL_MAX: withDefault(count(2, 200), '10'),
    OVERLOAD_MS: withDefault(count(0, 60_000), '1000'),
    SESSION_SECRET: z.preprocess(
      blankAsUnset,
      z.string('is not set: give 32 random characters or more').min(32, 'has to have 32 characters or more'),
    ),
    ...modelFields,
    ...monitoringFields,
    OPENAI_MODERATION: optional(zeroOrOne),
    SUPPORT_EMAIL: optional(z.email('has to be an email address')),
    WORKER_CONCURRENCY: withDefault(count(1, 100), '4'),
    LOG_LEVEL: withDefault(
      z.enum(
        ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
        'has to be a level such as info or warn',
      ),
      'info',
    ),
    LOG_FORMAT: optional(z.enum(['json', 'pretty'], 'has to be json or pretty')),
    ALLOW_LOCAL_ADDRESSES: flag,
    TRUSTED_PROXIES: withDefault(count(0, 10), '0'),
    AUDIT_DAYS: withDefault(count(30, 36_500), '400'),
    ANALYTICS_MONTHS: withDefault(count(2, 120), '14'),
    APP_VERSION: optional(
      z.string().regex(/^[\w.+-]{1,40}$/, 'has to be up to 40 letters, digits, and . + - _'),
    ),
    SIGN_UP_RANGE_DAYS: withDefault(count(1, 90), '7'),
    QUOTAS: optional(zeroOrOne),
    LIMITS_FACTOR: withDefault(count(1, 10_000), '1'),
    ENCRYPTION_KEY: optional(z.string()),
    API_ORIGINS: withDefault(z.string().transform(originsOf), ''),
    ...mailFields,
    ...providerFields,
    ...paymentFields,
    ...storageFields,
    ...redisFields,
    ...alertFields,
  })
  .transform((env, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    refuseByMode(env, refuse)
    if (env.DATABASE_POOLED && !env.DATABASE_DIRECT_URL)
      refuse('DATABASE_DIRECT_URL', 'is not set: what listens to the database has to go around the pooler')
    const models = chooseModels(env, refuse)
    const monitoring = chooseMonitoring(env, refuse)
    const storage = chooseStorage(env, refuse)
    const redis = chooseRedis(env, refuse)
    const mail = chooseMail(env, refuse)
    const providers = chooseProviders(env, refuse)
    const payments = choosePayments(env, refuse)
    const encryptionKeys = chooseEncryptionKeys(env, refuse)
    const alerts = chooseAlerts(env, refuse)
    return storage
      ? { ...env, ...models, monitoring, storage, redis, mail, providers, payments, encryptionKeys, alerts }
      : z.NEVER
  })

/** Every variable that is read, by its name: what `.env.example` is made of too. */
export const envFields = schema.in.shape

/** The keys that secrets are sealed with, one or several parted by commas; all are tried to open, the first seals. */
function chooseEncryptionKeys(
  env: { THREADR_ENV: string; ENCRYPTION_KEY?: string; SESSION_SECRET: string },
  refuse: (name: string, message: string) => void,
): string[] {
  const keys = env.ENCRYPTION_KEY?.split(',').map((key) => key.trim())
  if (keys?.some((key) => key.length < 32)) refuse('ENCRYPTION_KEY', 'has to have 32 characters or more')
  if (env.THREADR_ENV !== 'production') return keys ?? [`of ${env.SESSION_SECRET}`]
  if (!keys) refuse('ENCRYPTION_KEY', 'is not set: production needs 32 random characters or more')
  if (keys?.some((key) => sampleSecrets.test(key)))
    refuse('ENCRYPTION_KEY', 'is a sample: production needs one of its own')
  return keys ?? []
}

/** What is right in one mode and wrong in another. */
function refuseByMode(
  env: {
    THREADR_ENV: string
    HOST?: string
    APP_URL?: string
    SESSION_SECRET: string
    ALLOW_LOCAL_ADDRESSES: boolean
  },
  refuse: (name: string, message: string) => void,
): void {
  if (env.THREADR_ENV !== 'production') {
    if (env.HOST && !loopback.has(env.HOST))
      refuse('HOST', 'is for production: elsewhere Threadr listens to this computer alone')
    return
  }
  if (sampleSecrets.test(env.SESSION_SECRET))
    refuse('SESSION_SECRET', 'is a sample: production needs one of its own')
  if (!env.APP_URL) refuse('APP_URL', 'is not set: production needs the address people use, https://…')
  else if (!env.APP_URL.startsWith('https://')) refuse('APP_URL', 'has to begin with https:// in production')
  if (env.ALLOW_LOCAL_ADDRESSES)
    refuse('ALLOW_LOCAL_ADDRESSES', 'is for development and not allowed in production')
}

export type Env = ModelSettings & {
  /** How it is watched: probes, metrics, traces, errors. */
  monitoring: MonitoringSettings
  mode: 'local' | 'development' | 'test' | 'production'
  port: number
  /** The address to listen on: loopback unless production. */
  host: string
  appUrl: string
  databaseUrl: string
  /** The database itself, where the other is a pooler's address: what listens, and the worker, go there. */
  databaseDirectUrl: string
  /** A standby that follows the database, for reads that may be stale; null where there is none. */
  databaseReplica: { url: string; mostLagMs: number } | null
  /** Whether `databaseUrl` is a pooler's that lends connections for a transaction. */
  databasePooled: boolean
  databasePoolMax: number
  /** How long answers, or waits for a connection, may take before a web process turns away what may wait, in milliseconds; 0 for never. */
  overloadMs: number
  sessionSecret: string
  /** What secrets are sealed with: the first seals, all open. */
  encryptionKeys: string[]
  /** Null where messages stay in the outbox. */
  mail: MailSettings | null
  /** Whom people may sign in through: null where a provider's keys are not set. */
  providers: ProviderSettings
  /** Through whom plans are bought; null where none can be. */
  payments: PaymentSettings | null
  /** OpenAI's moderation, where it is to be asked beside our own rules. */
  moderation: { apiKey: string; baseUrl: string | undefined } | null
  /** Where people write to who think that we are wrong. */
  supportEmail: string | null
  workerConcurrency: number
  logLevel: string
  /** `pretty` in development, for a person who reads along. */
  logFormat: 'json' | 'pretty'
  allowLocalAddresses: boolean
  /** Proxies of our own that requests come through, each of which adds to X-Forwarded-For. */
  trustedProxies: number
  /** The origins of other sites whose pages may use the API. */
  apiOrigins: string[]
  /** How long the audit trail is kept, in days. */
  auditDays: number
  /** How many whole months of events are kept. */
  analyticsMonths: number
  /** Which version runs here, where that is told; null for the package's own. */
  appVersion: string | null
  /** How long it is kept from which range of addresses an account was made, in days. */
  signUpRangeDays: number
  /** Whether threads are charged to the plan of whoever makes them. */
  quotas: boolean
  /** What the points of every limit are multiplied by. */
  limitsFactor: number
  /** Where uploads and other files are kept; web and worker have to be given the same. */
  storage: StorageSettings
  /** Null where none is set: then each process keeps for itself what Redis would hold. */
  redis: RedisSettings | null
  /** Whom it is told that something is broken. */
  alerts: AlertSettings
}

/** A value of the environment that can't be used; its message names the variable and says what it has to be. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Reads the environment, the only place that does. Throws an EnvError with one sentence. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(variables)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new EnvError(`The environment can't be used: ${faults.join('; ')}.`)
  }
  const env = parsed.data
  const host = env.HOST ?? (env.THREADR_ENV === 'production' ? '0.0.0.0' : '127.0.0.1')
  return {
    mode: env.THREADR_ENV,
    port: env.PORT,
    host,
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    databaseReplica: env.DATABASE_REPLICA_URL
      ? { url: env.DATABASE_REPLICA_URL, mostLagMs: seconds(env.DATABASE_REPLICA_LAG_SECONDS) }
      : null,
    databasePooled: env.DATABASE_POOLED,
    databasePoolMax: env.DATABASE_POOL_MAX,
    overloadMs: env.OVERLOAD_MS,
    sessionSecret: env.SESSION_SECRET,
    encryptionKeys: env.encryptionKeys,
    monitoring: env.monitoring,
    mail: env.mail,
    providers: env.providers,
    payments: env.payments,
    openai: env.openai,
    openaiFallback: env.openaiFallback,
    modelDailyCents: env.modelDailyCents,
    moderation: moderationOf(env),
    supportEmail: env.SUPPORT_EMAIL ?? null,
    workerConcurrency: env.WORKER_CONCURRENCY,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT ?? (env.THREADR_ENV === 'development' ? 'pretty' : 'json'),
    allowLocalAddresses: env.ALLOW_LOCAL_ADDRESSES,
    trustedProxies: env.TRUSTED_PROXIES,
    apiOrigins: env.API_ORIGINS,
    auditDays: env.AUDIT_DAYS,
    analyticsMonths: env.ANALYTICS_MONTHS,
    appVersion: env.APP_VERSION ?? null,
    signUpRangeDays: env.SIGN_UP_RANGE_DAYS,
    quotas: env.QUOTAS === undefined ? env.THREADR_ENV === 'production' : env.QUOTAS === '1',
    limitsFactor: env.LIMITS_FACTOR,
    storage: env.storage,
    redis: env.redis,
    alerts: env.alerts,
  }
}

/** Servers that only resemble OpenAI's have no moderation, so elsewhere it has to be asked for. */
function moderationOf(env: {
  OPENAI_API_KEY?: string
  OPENAI_BASE_URL?: string
  OPENAI_MODERATION?: '0' | '1'
}): Env['moderation'] {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODERATION: wish } = env
  if (!apiKey || wish === '0') return null
  const isOpenAi = !baseUrl || new URL(baseUrl).hostname === 'api.openai.com'
  return isOpenAi || wish === '1' ? { apiKey, baseUrl } : null
}
