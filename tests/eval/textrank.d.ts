declare module 'textrank' {
  export class TextRank {
    constructor(
      text: string,
      settings: { extractAmount: number; summaryType: 'array'; tokens: string[]; split: string[][] },
    )
    summarizedArticle: string[]
  }
}
