/** The look of a control that stands back behind what it belongs to: a word, and a ground under the pointer. */
export const quietControlClass =
  'inline-flex min-h-11 items-center gap-1.5 rounded-control px-2 text-sm text-muted hover:bg-sunken hover:text-ink lg:min-h-9'
