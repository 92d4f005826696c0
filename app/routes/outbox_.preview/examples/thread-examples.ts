import { digestMail } from '#app/features/digests/digest-mail.ts'
import { generationFailedMail } from '#app/features/mail/words/generation-failed.ts'
import { newsletterMail } from '#app/features/mail/words/newsletter.ts'
import { threadReadyMail } from '#app/features/mail/words/thread-ready.ts'
import { paths } from '#app/paths.ts'

const threadId = '01937f3e-0000-7000-8000-000000000001'
const made = (number: number, title: string, tweetCount: number, doubts: number) => ({
  id: threadId.replace(/.$/, String(number)),
  sourceId: threadId.replace(/.$/, String(number)),
  title,
  tweetCount,
  doubts,
  isFetched: true,
})

/** Of threads, and of what is new. */
export const threadExamples = (appUrl: string) => {
  const stopUrl = `${appUrl}/mail?by=example`
  return {
    digest: digestMail(
      {
        rhythm: 'weekly',
        changed: [made(1, 'How the night trains came back', 9, 2)],
        made: [
          made(2, 'What a lighthouse keeper writes down', 7, 0),
          made(3, 'The library that lends out tools, seeds and a cargo bicycle to whoever asks', 12, 1),
        ],
        waiting: [made(4, 'Why bread goes stale', 6, 0)],
        posted: [made(5, 'A short history of the pencil', 8, 0)],
        isNews: true,
      },
      { appUrl, stopUrl: stopUrl },
    ),
    'thread-ready': threadReadyMail({
      appUrl,
      threadId,
      title: 'What a lighthouse keeper writes down',
      tweets: 7,
      doubts: 2,
      stopUrl,
    }),
    'generation-failed': generationFailedMail({
      appUrl,
      threadId,
      what: 'The page answered that it is only for people who are signed in there. Paste its text instead.',
      stopUrl,
    }),
    newsletter: newsletterMail({
      subject: 'A digest of your threads, when you want it',
      paragraphs: [
        'Threadr can now write to you once a day or once a week: which sources have changed since, which drafts wait, and which tweets deserve another look.',
        'It comes at the hour that you choose, and not at all when there is nothing to say.',
      ],
      action: { label: 'Choose when it comes', url: appUrl + paths.mail() },
      stopUrl,
    }),
    sequence: newsletterMail({
      template: 'sequence',
      subject: 'How to read what Threadr has checked',
      paragraphs: [
        'Beside each tweet stands how well the source backs it. Green is backed, amber partly, red not at all; grey is an opinion that no source can back.',
        'Point at a tweet and its passage lights up in the source. What isn’t backed you say otherwise, or leave out.',
      ],
      action: { label: 'Write a thread', url: appUrl + paths.landing() },
      stopUrl,
    }),
  }
}
