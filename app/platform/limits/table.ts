import { hours, minutes } from '../durations.ts'
import type { PlanName } from '../plan-name.ts'

/** What is counted: an address, who is signed in or which browser it is, what was typed (an email address), or two together. */
export type CountedBy = 'ip' | 'owner' | 'identifier' | 'ip+identifier'

export type Rule = {
  by: CountedBy
  /** How many; by plan where that makes a difference. A plan that changes counts on from what was counted. */
  points: number | Readonly<Record<PlanName, number>>
  /** From the first that is counted, in milliseconds. */
  window: number
  /** How long it stays refused once it was too much, in milliseconds; to the end of the window without it. */
  block?: number
  /** Holds for visitors alone: people with an account, many of whom may share an address, are counted as themselves. */
  onlyVisitors?: true
}

export type Limit = {
  /** Whether what it lets through costs money: a model, a mail, a worker's time. Then nothing opens it. */
  costs: boolean
  /** What happened, for whoever is refused. */
  refused: string
  /** In this order; the first that refuses leaves those after it uncounted. */
  rules: readonly [Rule, ...Rule[]]
}

/**
 * Every limit there is. Who works normally never meets one, a script does within a minute. An address's rule leaves room
 * for an office, a school or a mobile network behind it; how much of a plan is used is counted elsewhere, by quota.
 */
export const limitTable = {
  submit: {
    costs: true,
    refused: 'That was more than Threadr takes in so short a time, so this was not sent.',
    // Reading and choosing takes a person a minute a thread; 60 leaves room for an impatient button, and more than that
    // for programs that send what came out over night.
    rules: [
      {
        by: 'owner',
        points: { visitor: 60, free: 60, pro: 150, team: 400 },
        window: minutes(10),
      },
      // A browser that drops its cookie is a new visitor, but not a new address: two or three people at their limit.
      { by: 'ip', points: 150, window: minutes(10), onlyVisitors: true },
    ],
  },
  rewrite: {
    costs: true,
    refused: 'Threads were written again very often in a short time, so this one was left as it is.',
    // One every twenty seconds for ten minutes: whoever reads what came is slower.
    rules: [
      { by: 'owner', points: 30, window: minutes(10) },
      { by: 'ip', points: 90, window: minutes(10), onlyVisitors: true },
    ],
  },
  save: {
    costs: false,
    refused: 'This thread was saved very often in a short time. What you typed is kept here and saved later.',
    // The editor saves a second after the last key; a few tabs and a script that helps somebody are within it.
    rules: [
      { by: 'owner', points: 300, window: minutes(1) },
      { by: 'ip', points: 1_200, window: minutes(1) },
    ],
  },
  candidates: {
    costs: true,
    refused: 'Other wordings were asked for very often in a short time.',
    // Each tweet of a long thread once, and most of them a second time.
    rules: [
      { by: 'owner', points: 40, window: minutes(10) },
      { by: 'ip', points: 120, window: minutes(10), onlyVisitors: true },
    ],
  },
  reread: {
    costs: true,
    refused: 'Sources were fetched again very often in a short time.',
    // An article that is being edited changes a few times an hour; more would also bother its site.
    rules: [
      { by: 'owner', points: 20, window: hours(1) },
      { by: 'ip', points: 60, window: hours(1), onlyVisitors: true },
    ],
  },
  export: {
    costs: true,
    refused: 'Your data was exported several times today already.',
    // Nothing of it changes that fast, and each is a job and a mail. No plan may have fewer than this: it is everybody's right.
    rules: [{ by: 'owner', points: { visitor: 5, free: 5, pro: 10, team: 20 }, window: hours(24) }],
  },
  share: {
    costs: true,
    refused: 'Public pages were made or changed very often in a short time.',
    // Each is looked at by the content filter, which may ask a model.
    rules: [{ by: 'owner', points: 40, window: hours(1) }],
  },
  pay: {
    costs: false,
    refused: 'The way to pay was opened very often in a short time.',
    // Each asks Stripe two to five times, which counts all of ours together.
    rules: [{ by: 'owner', points: 20, window: minutes(10) }],
  },
  'sign-up': {
    costs: true,
    refused: 'Many accounts were made from here in a short time.',
    rules: [
      // A class that signs up together.
      { by: 'ip', points: 40, window: hours(1) },
      // Each sends a mail to an address that may be somebody else's.
      { by: 'identifier', points: 5, window: hours(1) },
    ],
  },
  'sign-in': {
    costs: false,
    refused: 'There were too many attempts to sign in.',
    rules: [
      // Somebody who mistypes, from one place: five wrong passwords, then a pause long enough to make guessing hopeless.
      { by: 'ip+identifier', points: 8, window: minutes(15), block: minutes(15) },
      // One place that tries many accounts.
      { by: 'ip', points: 60, window: minutes(15), block: minutes(15) },
      // Many places that try one account; high, since anybody can use it up to keep its owner out.
      { by: 'identifier', points: 60, window: hours(1) },
    ],
  },
  provider: {
    costs: false,
    refused: 'There were many ways to GitHub or Google and back in a short time.',
    // Nothing can be guessed here; each way back asks the provider two or three times, and a school may share an address.
    rules: [{ by: 'ip', points: 100, window: minutes(15) }],
  },
  'send-code': {
    costs: true,
    refused: 'Several codes were sent already. Look for the last one in your mailbox, also among spam.',
    rules: [
      { by: 'identifier', points: 5, window: hours(1) },
      { by: 'ip', points: 40, window: hours(1) },
    ],
  },
  'enter-code': {
    costs: false,
    refused: 'Too many wrong codes were entered.',
    // Ten guesses at a million codes; the hour's rule stands against many places that guess together.
    rules: [
      { by: 'ip+identifier', points: 10, window: minutes(15), block: minutes(15) },
      { by: 'ip', points: 60, window: minutes(15) },
      { by: 'identifier', points: 30, window: hours(1) },
    ],
  },
  reset: {
    costs: true,
    refused: 'A link to set a new password was asked for several times already.',
    rules: [
      { by: 'identifier', points: 5, window: hours(1) },
      { by: 'ip', points: 40, window: hours(1) },
    ],
  },
  'leave-address': {
    costs: true,
    refused: 'This was done several times already. Look for the message in your mailbox, also among spam.',
    rules: [
      // Each sends a mail to an address that may be somebody else's: who didn't see the first asks once or twice more.
      { by: 'identifier', points: 3, window: hours(24) },
      // An office or a class behind one address; no more than three of them get threads by it in a day anyway.
      { by: 'ip', points: 20, window: hours(1) },
    ],
  },
  api: {
    costs: false,
    refused: 'This key was used more often than Threadr answers in a minute.',
    // Five a second on average, which is more than following ten threads at once needs; more for who follows more.
    rules: [
      { by: 'owner', points: { visitor: 300, free: 300, pro: 900, team: 1800 }, window: minutes(1) },
      // Room for the largest plan twice; many accounts behind one address don't add up to more.
      { by: 'ip', points: 3600, window: minutes(1) },
    ],
  },
  'wrong-token': {
    costs: false,
    refused: 'Many requests came with a key or token that doesn’t hold.',
    // A program with an old key asks in vain now and then; each look costs the database one.
    rules: [{ by: 'ip', points: 100, window: minutes(1) }],
  },
} as const satisfies Record<string, Limit>

export type LimitTable = typeof limitTable
export type LimitName = keyof LimitTable
