/** What an action says of a form that it did not take: which form, what is wrong at its fields, and what was typed. */
export type FormAnswer = {
  intent: string
  /** By the field's name; `form` for what is wrong with all of it. */
  errors: Record<string, string>
  /** Never passwords. */
  values: Record<string, string>
  /** Where something can be done about it. */
  leadsTo?: { to: string; label: string }
}
