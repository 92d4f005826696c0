export const networks = ['x', 'bluesky', 'mastodon', 'threads', 'linkedin'] as const
export type Network = (typeof networks)[number]
