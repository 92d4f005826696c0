import type { MailWords } from '../queue-mail.ts'

/** To an address that a visitor left: until it is confirmed, nothing else is sent there. */
export const captureConfirmMail = ({ confirmUrl }: { confirmUrl: string }): MailWords => ({
  template: 'capture-confirm',
  subject: 'Confirm your address for Threadr',
  paragraphs: [
    'Somebody, probably you, left this address at Threadr to write five more threads and to hear its news by mail.',
    'Confirm that it is yours, and both begin.',
  ],
  action: { label: 'Confirm the address', url: confirmUrl },
  after: ['If this wasn’t you, nothing has to be done: without this message nobody gets further.'],
})
