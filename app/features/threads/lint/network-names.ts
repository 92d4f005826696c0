import type { Network } from '#app/features/counting/networks.ts'

/** What each network calls itself. */
export const networkNames: Record<Network, string> = {
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  threads: 'Threads',
  linkedin: 'LinkedIn',
}

/** What a part of a thread is called there. */
export const partNames: Record<Network, string> = {
  x: 'tweet',
  bluesky: 'post',
  mastodon: 'post',
  threads: 'post',
  linkedin: 'paragraph',
}
