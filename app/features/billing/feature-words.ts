import type { Feature } from './plans.ts'

/** What a plan's features are called: as one holds them, and as the head of what is offered in their place. */
export const featureWords = {
  variants: {
    held: 'Versions for other networks',
    title: 'Versions for other networks',
    about:
      'Say a thread otherwise on Bluesky, Mastodon, Threads and LinkedIn, each counted by its own rules.',
  },
  cards: {
    held: 'Image cards',
    title: 'Image cards',
    about: 'Every tweet as a picture that can be posted where text can’t.',
  },
  api: {
    held: 'The API, for programs of your own',
    title: 'The API',
    about: 'Let programs of your own make, read and change threads.',
  },
} as const satisfies Record<Feature, { held: string; title: string; about: string }>
