import { collapseWhiteSpace } from './clean-characters.ts'

/** A table as plain lines: a line a row, its cells with a middle dot between; empty rows and cells are left out. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) =>
      cells
        .map(collapseWhiteSpace)
        .filter((cell) => cell !== '')
        .join(' · '),
    )
    .filter((row) => row !== '')
    .join('\n')
}
