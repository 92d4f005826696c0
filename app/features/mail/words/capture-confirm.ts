import type { MailWords } from '../queue-mail.ts'

/** To an address that a visitor left: until it is confirmed, nothing else is sent there. */
export const captureConfirmMail = ({
  confirmUrl,
  wantsNews,
}: {
  confirmUrl: string
  /** Whether the news was ticked too. */
  wantsNews: boolean
}): MailWords => ({
  template: 'capture-confirm',
  subject: 'Confirm your address for Threadr',
  paragraphs: [
    'Somebody, probably you, left this address at Threadr to write five more threads today.',
    wantsNews
      ? 'Confirm that it is yours, and they are there. You also asked for the newsletter, which begins then.'
      : 'Confirm that it is yours, and they are there. Nothing else is sent to it.',
  ],
  action: { label: 'Confirm the address', url: confirmUrl },
  after: [
    'The link holds for 24 hours. If this wasn’t you, do nothing: the address is forgotten within a week.',
  ],
})
