/** Whom a thread belongs to: a browser without an account, or a person. */
export type Owner = { visitorId: string } | { userId: string }

/** The owner as columns, for a row's data and for a condition alike. */
export const ownerColumns = (owner: Owner) =>
  'userId' in owner ? { userId: owner.userId } : { visitorId: owner.visitorId }
