import type { Task } from 'graphile-worker'
import { billingOf } from '#app/features/billing/billing-of.ts'
import { assertLengthOfPlan } from '#app/features/billing/source-length.ts'
import { createContentFilter } from '#app/features/content-filter/content-filter.ts'
import { createThreadCache } from '#app/features/generation/cache/thread-cache.ts'
import { createCandidateModel } from '#app/features/generation/candidates/candidate-model.ts'
import { createWriterChoice } from '#app/features/generation/choose-writer.ts'
import type { ReadDocument } from '#app/features/sources/document.ts'
import { createOpenSource } from '#app/features/sources/open-source.ts'
import { readUrl } from '#app/features/sources/read-url.ts'
import { createPostText } from '#app/integrations/alert-webhook/post-text.ts'
import { createMailSender } from '#app/integrations/mail/send-mail.ts'
import { createSafeFetch } from '#app/integrations/safe-fetch/safe-fetch.ts'
import type { Database } from '#app/platform/db.server.ts'
import type { Env } from '#app/platform/env.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { Notifications } from '#app/platform/notifications.server.ts'
import type { JobName } from '#app/platform/queue/catalog.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import type { Storage } from '#app/platform/storage.ts'
import { answerAccountRequestTask } from './tasks/answer-account-request.ts'
import { assessAccountTask } from './tasks/assess-account.ts'
import { endCustomerTask } from './tasks/end-customer.ts'
import { evaluateAlertsTask } from './tasks/evaluate-alerts.ts'
import { exportDataTask } from './tasks/export-data.ts'
import { generateThread } from './tasks/generate-thread.ts'
import { keepAnalyticsTask } from './tasks/keep-analytics.ts'
import { keepLibraryTask } from './tasks/keep-library.ts'
import { notePaymentFailureTask } from './tasks/note-payment-failure.ts'
import { postAlertTask } from './tasks/post-alert.ts'
import { reconcileSubscriptionsTask } from './tasks/reconcile-subscriptions.ts'
import { rereadSource } from './tasks/reread-source.ts'
import { rollUpNumbersTask } from './tasks/roll-up-numbers.ts'
import { sendDigestTask } from './tasks/send-digest.ts'
import { sendMailTask } from './tasks/send-mail.ts'
import { sendNewsletterTask } from './tasks/send-newsletter.ts'
import { sweepAccountsTask } from './tasks/sweep-accounts.ts'
import { sweepAuditTask } from './tasks/sweep-audit.ts'
import { sweepCapturesTask } from './tasks/sweep-captures.ts'
import { sweepDigestsTask } from './tasks/sweep-digests.ts'
import { sweepLimitsTask } from './tasks/sweep-limits.ts'
import { sweepMeasuresTask } from './tasks/sweep-measures.ts'
import { sweepPrivacyTask } from './tasks/sweep-privacy.ts'
import { sweepThreadsTask } from './tasks/sweep-threads.ts'
import { sweepUploadsTask } from './tasks/sweep-uploads.ts'
import { sweepVisitorsTask } from './tasks/sweep-visitors.ts'
import { syncCustomerTask } from './tasks/sync-customer.ts'
import { tellAddressTask } from './tasks/tell-address.ts'
import { tellGenerationTask } from './tasks/tell-generation.ts'
import { tellQuotaTask } from './tasks/tell-quota.ts'
import { thinRevisionsTask } from './tasks/thin-revisions.ts'
import { tieCaptureTask } from './tasks/tie-capture.ts'
import { writeCandidates } from './tasks/write-candidates.ts'

/** The handler of every job in the catalog, wired to what an environment sets. */
export function createTasks({
  env,
  database,
  notifications,
  logger,
  readDocument,
  storage,
  redis,
}: {
  env: Pick<
    Env,
    | 'mode'
    | 'openai'
    | 'openaiFallback'
    | 'modelDailyCents'
    | 'moderation'
    | 'supportEmail'
    | 'auditDays'
    | 'analyticsMonths'
    | 'signUpRangeDays'
    | 'allowLocalAddresses'
    | 'appUrl'
    | 'mail'
    | 'payments'
    | 'quotas'
    | 'encryptionKeys'
    | 'alerts'
  >
  database: Database
  notifications: Notifications
  logger: Logger
  readDocument: ReadDocument
  storage: Storage
  redis: Redis
}): Record<JobName, Task> {
  const { prisma, pool } = database
  const fetchPage = createSafeFetch({ allowLocalAddresses: env.allowLocalAddresses, appUrl: env.appUrl })
  const contentFilter = createContentFilter(env, logger)
  const sealer = createSealer(env.encryptionKeys)
  const told = { appUrl: env.appUrl, supportEmail: env.supportEmail, quotas: env.quotas }
  const billing = billingOf({ env, database, redis, sealer, logger })
  const { webhookUrl } = env.alerts
  const alertPosts =
    webhookUrl === null
      ? null
      : createPostText({ url: webhookUrl, allowLocalAddresses: env.allowLocalAddresses })
  const send =
    env.mail &&
    createMailSender(env.mail, {
      pool,
      onTrouble: (error) => logger.warn({ err: error }, 'the breaker of mail could not be asked'),
    })
  return {
    generate_thread: generateThread({
      prisma,
      pool,
      notifications,
      openSource: createOpenSource({ fetchPage, readDocument, storage }),
      writerFor: createWriterChoice(env, {
        pool,
        logger,
        cache: createThreadCache({ pool, notifications, redis, logger }),
      }),
      contentFilter,
      quotas: env.quotas,
      payments: env.payments,
      logger,
    }),
    write_candidates: writeCandidates({
      prisma,
      model: createCandidateModel(env, { pool, logger }),
      contentFilter,
      logger,
    }),
    reread_source: rereadSource({
      prisma,
      readUrl: (url, { signal }) => readUrl(url, { fetchPage, readDocument, signal, fresh: true }),
      assertLength: (owner, { length, before }) => assertLengthOfPlan(env, pool, owner, length, before),
      logger,
    }),
    sweep_uploads: sweepUploadsTask({ storage, logger }),
    sweep_audit: sweepAuditTask({ pool, auditDays: env.auditDays, logger }),
    sweep_limits: sweepLimitsTask({ pool, logger }),
    sweep_threads: sweepThreadsTask({ pool, logger }),
    sweep_visitors: sweepVisitorsTask({ pool, mode: env.mode, logger }),
    sweep_accounts: sweepAccountsTask({ prisma, pool, signUpRangeDays: env.signUpRangeDays, logger }),
    assess_account: assessAccountTask({ prisma, sealer, ...told, logger }),
    answer_account_request: answerAccountRequestTask({ prisma, sealer, appUrl: env.appUrl, logger }),
    export_data: exportDataTask({ prisma, storage, sealer, appUrl: env.appUrl, logger }),
    sweep_privacy: sweepPrivacyTask({ prisma, pool, redis, storage, sealer, logger }),
    thin_revisions: thinRevisionsTask({ pool, logger }),
    roll_up_numbers: rollUpNumbersTask({ pool, logger }),
    keep_analytics: keepAnalyticsTask({ pool, analyticsMonths: env.analyticsMonths, logger }),
    keep_library: keepLibraryTask({ prisma, logger }),
    sweep_digests: sweepDigestsTask({ prisma, logger }),
    send_digest: sendDigestTask({ prisma, pool, sealer, appUrl: env.appUrl, logger }),
    tell_generation: tellGenerationTask({ prisma, sealer, appUrl: env.appUrl, logger }),
    tell_quota: tellQuotaTask({
      prisma,
      sealer,
      appUrl: env.appUrl,
      isSold: env.payments !== null,
      logger,
    }),
    tie_capture: tieCaptureTask({ prisma, logger }),
    sweep_captures: sweepCapturesTask({ prisma, sealer, appUrl: env.appUrl, logger }),
    send_newsletter: sendNewsletterTask({
      prisma,
      sealer,
      appUrl: env.appUrl,
      perSecond: env.mail?.perSecond ?? null,
      logger,
    }),
    sync_customer: syncCustomerTask({ billing, logger }),
    reconcile_subscriptions: reconcileSubscriptionsTask({ billing, logger }),
    tell_address: tellAddressTask({ billing, logger }),
    end_customer: endCustomerTask({ billing, logger }),
    note_payment_failure: notePaymentFailureTask({ prisma, sealer, ...told, logger }),
    evaluate_alerts: evaluateAlertsTask({
      prisma,
      sealer,
      appUrl: env.appUrl,
      emails: env.alerts.emails,
      posts: env.alerts.webhookUrl !== null,
      countsAbsence: env.mode === 'production',
      logger,
    }),
    post_alert: postAlertTask({ prisma, post: alertPosts, appUrl: env.appUrl, logger }),
    sweep_measures: sweepMeasuresTask({ pool, logger }),
    send_mail: sendMailTask({ prisma, sealer, send, logger }),
  }
}
