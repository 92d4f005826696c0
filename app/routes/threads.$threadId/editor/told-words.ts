/** What is told of things that happened to the thread without its owner's hand. */
export const toldWords = {
  together: 'Brought together with a change from elsewhere.',
  followed: 'Changed elsewhere: this is how it stands now.',
  back: 'What you typed here and hadn’t been saved is back.',
} as const
