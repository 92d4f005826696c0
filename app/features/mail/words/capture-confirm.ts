import type { NewMail } from '../queue-mail.ts'

/** For an address that somebody typed in as theirs. */
export const captureConfirmMail = ({ confirmUrl }: { confirmUrl: string }): Omit<NewMail, 'to' | 'key'> => ({
  subject: 'Confirm your address',
  template: 'capture-confirm',
  paragraphs: [
    'Somebody left this address at Threadr, to write five more threads today. If that was you, confirm it. The link holds for 24 hours.',
  ],
  action: { label: 'Confirm the address', url: confirmUrl },
  after: ['If it wasn’t you, do nothing: the address is forgotten within a week.'],
})
