/** What our tests and scripts use of twitter-text, which brings no types of its own. */
declare module 'twitter-text' {
  type Indices = { indices: [number, number] }
  const twitter: {
    parseTweet(text: string): { weightedLength: number; valid: boolean }
    extractUrlsWithIndices(text: string): Array<Indices & { url: string }>
    extractEntitiesWithIndices(text: string): Array<Indices & Record<string, unknown>>
    regexen: { validGTLD: RegExp; validCCTLD: RegExp }
  }
  export default twitter
}
