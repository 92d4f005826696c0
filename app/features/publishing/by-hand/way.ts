/** The way of a publication whose parts its owner posts, one by one. */
export const byHand = 'by-hand'
