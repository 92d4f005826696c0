import { paths } from '#app/paths.ts'
import { days } from '#app/platform/durations.ts'

type Letter = {
  subject: string
  paragraphs: string[]
  action: (appUrl: string) => { label: string; url: string }
}

/** How long after the confirmation, or the letter before, each is due: on day 1, 4 and 9. */
const gaps = [days(1), days(3), days(5)]

/** What whoever ticked the newsletter without an account gets first. Each stands by itself. */
export const letters: readonly Letter[] = [
  {
    subject: 'The first tweet decides whether the second is read',
    paragraphs: [
      'A thread is read one tweet at a time, and each has to earn the next. The first does most of that work, so it is worth more time than all the others.',
      'Say what the reader gets, and say it with a fact. “Some thoughts on city bridges” promises nothing. “This city closed seven bridges in a year, and traffic got faster” can’t be left alone, if your source backs it.',
      'Then check it: point at the tweet, and look at the passage that lights up. An opening that says more than its source is the one that readers find out.',
      'Where several openings might do, ask for other ones beside the first tweet, and read them aloud. The one you don’t stumble over is usually the right one.',
    ],
    action: (appUrl) => ({ label: 'Write a thread', url: appUrl + paths.landing() }),
  },
  {
    subject: 'What to leave out of a thread',
    paragraphs: [
      'An article makes more points than a thread can carry. Half of the work is leaving out.',
      'Before you write, have Threadr show you the points first: there is a box for it under “Tone, length, language and more”. Keep those you would tell a colleague at lunch, drop the background, and put the strongest but one at the end.',
      'One thought a tweet. Where you find an “and” between two facts, make two tweets of it or drop the weaker one. Where a tweet needs the one before to make sense, readers who meet it alone are lost.',
      'Numbers stay, adjectives go. “A steep rise” is an opinion; “from 12 to 31 percent” is what somebody quotes.',
    ],
    action: (appUrl) => ({ label: 'Try it with the points first', url: appUrl + paths.landing() }),
  },
  {
    subject: 'Before you post: two minutes that save a correction',
    paragraphs: [
      'Read the verdict beside each tweet. “Not backed” doesn’t mean that it is wrong, but that the source doesn’t say it. Then either the tweet changes, or you stand for it yourself and mark it as your opinion.',
      'Look at names and numbers once more, since those are what people check. Threadr marks those that don’t stand in the passage behind a tweet.',
      'Link the source in the last tweet rather than the first. Whoever came that far wants it, and the first tweet needs its room.',
      'And keep the thread. Sources change, and with an account Threadr can tell you when the article behind a thread says something else than it did.',
    ],
    action: (appUrl) => ({ label: 'Make an account', url: appUrl + paths.signUp() }),
  },
]

/** When the first letter is due that an address hasn't had; null where it has had all. */
export const firstLetterAfter = (written: number, now: Date): Date | null => {
  const gap = gaps[written]
  return gap === undefined ? null : new Date(now.getTime() + gap)
}
