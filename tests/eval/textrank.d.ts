// The package names an entry that it doesn't ship; the file itself is this one.
declare module 'textrank/index.js' {
  export class TextRank {
    constructor(
      text: string,
      settings: { extractAmount: number; summaryType: 'array'; tokens: string[]; split: string[][] },
    )
    summarizedArticle: string[]
  }
}
