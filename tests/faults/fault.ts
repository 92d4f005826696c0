export type Outcome = { ok: boolean; seen: string }

/** Something that goes wrong, made for real, and a judgement of how Threadr took it. */
export type Fault = {
  name: string
  /** Whether it is over within seconds and needs nothing but this process: `npm test` runs those. */
  quick: boolean
  /** Says in one line what was seen. An error that it throws counts as falling short. */
  run: () => Promise<Outcome>
}
