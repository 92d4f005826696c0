/** What ties a control to its label, its hint and its error, in the order in which they should be read out. */
export function fieldAttributes(id: string, hint: string | undefined, error: string | undefined) {
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean)
  return {
    id,
    'aria-invalid': error !== undefined ? (true as const) : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  }
}
