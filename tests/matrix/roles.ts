/**
 * Who asks: a browser that was never here, another visitor with a thread of their own, the visitor whose thread it is;
 * and signed in: another person with a thread of their own, those with a role, and the person whose thread it is. A cell of
 * the table says what each is answered.
 */
export const roles = ['nobody', 'other', 'owner', 'stranger', 'support', 'admin', 'person'] as const
export type Role = (typeof roles)[number]

/** Those with an account. */
export const people = ['stranger', 'support', 'admin', 'person'] as const satisfies Role[]
export type PersonRole = (typeof people)[number]

/** Whose thread and source an address names: everything owned is asked for once as a visitor's and once as a person's. */
export const owners = ['owner', 'person'] as const satisfies Role[]
export type OwnerRole = (typeof owners)[number]
