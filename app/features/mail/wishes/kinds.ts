import type { StoppableKind } from '../templates.ts'

/** What may be switched off, by who gets it. Messages of every other kind always come: they are part of having an account. */
export const stoppableKinds = ['digest', 'threads', 'usage', 'news'] as const satisfies StoppableKind[]

/** The digest has a rhythm instead, which digests/ keeps. */
export const wishedKinds = ['threads', 'usage', 'news'] as const
export type WishedKind = (typeof wishedKinds)[number]
export type Wishes = Record<WishedKind, boolean>

/** For who has said nothing: a newsletter comes to nobody who didn't ask for it. */
export const unsaid: Wishes = { threads: true, usage: true, news: false }

/** As pages name them. */
export const kindWords: Record<StoppableKind, { title: string; about: string; stop: string }> = {
  digest: {
    title: 'The digest',
    about: 'What is new, what waits for you, and which sources changed.',
    stop: 'Stop the digest',
  },
  threads: {
    title: 'Threads that are done without you',
    about: 'One is ready, or could not be written, after you left its page.',
    stop: 'Stop mail about threads',
  },
  usage: {
    title: 'How much of your plan is used',
    about: 'When four fifths of it are, and when all of it is: once each in a period.',
    stop: 'Stop mail about usage',
  },
  news: {
    title: 'The newsletter',
    about: 'How to make a good thread, and what is new in Threadr. Now and then.',
    stop: 'Stop the newsletter',
  },
}

/** What stands where kinds are chosen, about those that can't be. */
export const alwaysComes =
  'Messages about signing in, your password and address, payments, your data and the end of your account always come: they are part of having one.'
