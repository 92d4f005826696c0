/** The tweets with a blank line between them: what "Copy the thread" copies. */
export const asText = (tweets: readonly { text: string }[]): string =>
  tweets.map(({ text }) => text).join('\n\n')
