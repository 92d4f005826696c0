/**
 * X's own page to write a post, with the text filled in and, for all but the first, as a reply (X, "Web Intents":
 * `text` and `in_reply_to`). Nothing is posted until the person presses X's button there.
 */
export function intentLink(text: string, inReplyTo: string | null): string {
  const query = new URLSearchParams({ text, ...(inReplyTo !== null && { in_reply_to: inReplyTo }) })
  // As X's own examples write spaces; some of its apps show a plus sign for one.
  return `https://x.com/intent/post?${query.toString().replaceAll('+', '%20')}`
}
