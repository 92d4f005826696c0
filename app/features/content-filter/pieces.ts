/** Characters a piece: short enough for one bad paragraph to weigh in its score. */
const longestPiece = 5_000
/** A book is judged by pieces spread over it, so that asking stays quick; our own rules read all of it. */
const mostPieces = 32

/** A text cut into pieces for moderation, at spaces where it has any. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const space = text.slice(start, start + longestPiece).lastIndexOf(' ')
    const isLast = text.length - start <= longestPiece
    const length = isLast || space < longestPiece / 2 ? longestPiece : space + 1
    pieces.push(text.slice(start, start + length))
    start += length
  }
  const filled = pieces.filter((piece) => piece.trim() !== '')
  if (filled.length <= mostPieces) return filled
  return filled.filter(
    (_, at) =>
      Math.floor((at * mostPieces) / filled.length) !== Math.floor(((at - 1) * mostPieces) / filled.length),
  )
}
