import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'

/** Where the digest was chosen before there was one page for all mail. */
export const loader = () => redirect(paths.mail(), 301)
