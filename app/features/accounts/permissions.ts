export const roles = ['user', 'support', 'admin'] as const
export type Role = (typeof roles)[number]

const ofSupport = [
  'admin.enter',
  'users.find',
  'users.reset',
  'users.end-sessions',
  'users.review',
  'records.read',
  'mail.read',
  'alerts.read',
] as const
const ofAdmin = [
  ...ofSupport,
  'users.suspend',
  'users.change-role',
  'users.see-as',
  'audit.read',
  'mail.change',
  'money.read',
  'alerts.change',
  'health.read',
  'numbers.read',
  'flags.change',
] as const

export type Permission = (typeof ofAdmin)[number]

/** What each role may do beside what is one's own. Nothing else gives anybody a right. */
const permissions: Record<Role, readonly Permission[]> = { user: [], support: ofSupport, admin: ofAdmin }

export const mayDo = (role: Role, permission: Permission): boolean => permissions[role].includes(permission)

/** Whether somebody of a role may do it to one of another: support touches nobody who could do more than a user. */
export const mayDoTo = (role: Role, permission: Permission, subject: Role): boolean =>
  mayDo(role, permission) && (role === 'admin' || subject === 'user')
