/** How often a digest may come, in words. */
export const rhythmChoices = [
  ['off', 'Never'],
  ['daily', 'Every day'],
  ['weekly', 'Once a week'],
] as const
