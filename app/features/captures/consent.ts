/** Of the sentences below: grows with every change of them, so that it stays known what somebody agreed to. */
export const consentVersion = 1

/** What an address is left for, as the form says it. */
export const addressConsent =
  'Threadr writes to this address to confirm it, and keeps it so that it brings more threads once.'
/** What ticking the box beside it means. */
export const newsConsent =
  'Send me the newsletter too: three letters on how to make a good thread, and then what is new, now and then. Every one of them can stop it.'

/** All that somebody agreed to. */
export const consentOf = (wantsNews: boolean) =>
  wantsNews ? `${addressConsent} ${newsConsent}` : addressConsent
