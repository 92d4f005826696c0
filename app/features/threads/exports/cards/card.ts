/** In pixels, for every card: what networks ask for a link's image (Open Graph), and a picture that fills a post. */
export const cardSize = { width: 1200, height: 630 }

export const cardLooks = ['light', 'dark'] as const
export type CardLook = (typeof cardLooks)[number]

export type Card = {
  text: string
  /** Stands at the lower edge, on the left: where it comes from. */
  from: string | null
  /** And on the right: "2/7". */
  place: string | null
  look: CardLook
}

/** As --color-* of app.css, which the renderer can't read. */
export const cardColours: Record<CardLook, { paper: string; ink: string; muted: string; thread: string }> = {
  light: { paper: '#faf7f1', ink: '#211c17', muted: '#635a50', thread: '#d4472a' },
  dark: { paper: '#181512', ink: '#f0e9df', muted: '#b3a89b', thread: '#ee6b4c' },
}
