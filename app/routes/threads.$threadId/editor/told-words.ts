/** What is told of things that happened without a key or a button of the editor. */
export const toldWords = {
  together: 'Brought together with a change from elsewhere.',
  followed: 'Changed elsewhere: this is how it stands now.',
  copied: 'The thread is copied.',
  notCopied: 'The browser refused to copy. Select the text and copy it by hand.',
  back: 'What you typed here and hadn’t been saved is back.',
} as const
