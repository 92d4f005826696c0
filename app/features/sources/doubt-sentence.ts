import type { Doubt } from './quality.ts'

const sentences: Readonly<Record<Doubt, string>> = {
  paywall:
    'This page shows only the beginning of its article; the rest is for subscribers. If you can read it, paste the whole text instead.',
  'cookie-wall':
    "Threadr met this page's request for consent instead of an article. Open the page in your browser and paste the text instead.",
  'login-wall':
    'This page shows its text only to people who sign in. Open it in your browser and paste the text instead.',
  'needs-javascript':
    "This page fills itself by JavaScript, which Threadr doesn't run. Open it in your browser and paste the text instead.",
  'near-empty':
    'This page has very little text. If its article is longer than what Threadr read, correct the text or paste it instead.',
  'only-description':
    'This page is about a video or a recording, and Threadr read only the description. If there is a transcript, paste it instead.',
  'scanned-pages':
    "Some pages of this file are pictures of text, which Threadr can't read. Compare the text with the file and correct it, or paste it instead.",
}

/** What Threadr found instead of the whole article, and what the person can do about it. */
export const doubtSentence = (doubt: Doubt): string => sentences[doubt]
