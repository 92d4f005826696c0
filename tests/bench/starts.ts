/** Tells when the so-many-th task from now on has started, for both sides of a comparison. */
export function countStarts() {
  let started = () => {}
  return {
    /** Called by each task as it starts. */
    started: () => started(),
    /** The moment of the last of so many, in milliseconds. */
    last: (count: number) =>
      new Promise<number>((resolve) => {
        let left = count
        started = () => {
          left -= 1
          if (left === 0) resolve(performance.now())
        }
      }),
  }
}
