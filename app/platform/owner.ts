/** Whom a thread belongs to: a browser without an account, or a person. */
export type Owner = { visitorId: string } | { userId: string }

/** The owner as columns, for a row's data and for a condition alike. */
export const ownerColumns = (owner: Owner) =>
  'userId' in owner ? { userId: owner.userId } : { visitorId: owner.visitorId }

/** The owner whom a row's columns name; null for one that is nobody's. */
export const ownerOf = ({
  userId,
  visitorId,
}: {
  userId: string | null
  visitorId: string | null
}): Owner | null => (userId !== null ? { userId } : visitorId !== null ? { visitorId } : null)

/** The same for plain SQL: the column that names the owner, and its value. */
export const ownerCondition = (owner: Owner): { column: 'user_id' | 'visitor_id'; id: string } =>
  'userId' in owner ? { column: 'user_id', id: owner.userId } : { column: 'visitor_id', id: owner.visitorId }

/** The same in one word, for tables that keep what an owner did after they are gone. */
export const ownerKey = (owner: Owner): string =>
  'userId' in owner ? `user:${owner.userId}` : `visitor:${owner.visitorId}`
