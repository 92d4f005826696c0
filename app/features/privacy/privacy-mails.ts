import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'

export const mailOfExport = (appUrl: string, exportDays: number): MailWords => ({
  template: 'export-ready',
  subject: 'Your Threadr data is ready',
  paragraphs: ['All that Threadr keeps of you is in one file now. Sign in to fetch it.'],
  action: { label: 'Fetch the file', url: appUrl + paths.privacy() },
  after: [`The file can be fetched for ${exportDays} days.`],
})

export const mailOfDeletion = (appUrl: string, deleteAfter: Date): MailWords => ({
  template: 'account-deletion',
  subject: 'Your Threadr account will be deleted',
  paragraphs: [
    `On ${dayInWords(deleteAfter)} your account goes, with all threads and sources. Until then everything stays as it is.`,
    'Changed your mind, or wasn’t this you? Sign in and keep the account. If it wasn’t you, choose a new password first.',
  ],
  action: { label: 'Keep the account', url: appUrl + paths.privacy() },
})

export const mailOfDeleted = (): MailWords => ({
  template: 'account-deleted',
  subject: 'Your Threadr account is deleted',
  paragraphs: [
    'As you asked, your account is gone, with all threads and sources. Thank you for having used Threadr.',
  ],
})
