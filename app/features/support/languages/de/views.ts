/** Words of saying, of the writer's own view and of talking to the readers. */
export const speech = `
  x
`

export const opinion = `
  x
`

export const judging = `
  x
`

export const inviting = `
  x
`
