/** What a feed of any kind holds, as it is written there. */
export type FeedEntries = {
  title: string
  entries: {
    /** HTML, as are summaries. */
    title: string
    /** Addresses of the item, the best first. */
    links: { href: string; base: string | null }[]
    date: string
    summary: string
  }[]
}
