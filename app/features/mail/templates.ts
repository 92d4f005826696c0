/** What a message is for: `transactional` ones answer what somebody did or hold their account, and can't be stopped. */
export type MailKind = 'transactional' | 'digest' | 'threads' | 'usage' | 'news'

/** Every message there is, by its name, and what it is for. */
export const mailTemplates = {
  verify: 'transactional',
  'sign-up-taken': 'transactional',
  welcome: 'transactional',
  code: 'transactional',
  reset: 'transactional',
  'password-changed': 'transactional',
  'change-email': 'transactional',
  'email-change-asked': 'transactional',
  'email-changed': 'transactional',
  'new-device': 'transactional',
  'new-program': 'transactional',
  'new-key': 'transactional',
  connection: 'transactional',
  'two-factor': 'transactional',
  'recovery-code': 'transactional',
  'account-limited': 'transactional',
  'plan-began': 'transactional',
  'trial-ending': 'transactional',
  'payment-failed': 'transactional',
  receipt: 'transactional',
  'plan-ending': 'transactional',
  'plan-ended': 'transactional',
  'plan-held': 'transactional',
  'export-ready': 'transactional',
  'account-deletion': 'transactional',
  'account-deleted': 'transactional',
  'capture-confirm': 'transactional',
  'alert-firing': 'transactional',
  'alert-escalated': 'transactional',
  'alert-cleared': 'transactional',
  digest: 'digest',
  'thread-ready': 'threads',
  'generation-failed': 'threads',
  'quota-80': 'usage',
  'quota-100': 'usage',
  newsletter: 'news',
  sequence: 'news',
} as const satisfies Record<string, MailKind>

export type TemplateName = keyof typeof mailTemplates
/** The kinds that people can stop. */
export type StoppableKind = Exclude<MailKind, 'transactional'>
