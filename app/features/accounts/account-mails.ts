import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { keysThatStay } from './api-keys/keys-that-stay.ts'

const notYou = 'If this wasn’t you, nothing has to be done: without this message nobody gets further.'
const wasNotYou = (appUrl: string): MailWords['action'] => ({
  label: 'Choose a new password',
  url: appUrl + paths.forgot(),
})

/** "26 November 2026 at 08:05 UTC". */
const momentInWords = (at: Date) => `${dayInWords(at)} at ${at.toISOString().slice(11, 16)} UTC`

export const mailToVerify = (appUrl: string, token: string): MailWords => ({
  template: 'verify',
  subject: 'Confirm your address for Threadr',
  paragraphs: ['Welcome to Threadr. Confirm that this address is yours, and your account is ready.'],
  action: { label: 'Confirm the address', url: appUrl + paths.verify(token) },
  after: ['The link holds for 24 hours and works once.', notYou],
})

/** To who has an account already, where somebody signed up with their address: the page has told nobody so. */
export const mailOfSignUpTaken = (appUrl: string): MailWords => ({
  template: 'sign-up-taken',
  subject: 'You already have a Threadr account',
  paragraphs: [
    'Somebody, probably you, tried to sign up to Threadr with this address. It has an account already, so there is nothing to set up.',
  ],
  action: { label: 'Sign in', url: appUrl + paths.signIn() },
  after: [notYou],
  links: [{ label: 'Forgot the password? Choose a new one', url: appUrl + paths.forgot() }],
})

/** Once the address is proven to be theirs: where to begin. */
export const mailOfWelcome = (appUrl: string): MailWords => ({
  template: 'welcome',
  subject: 'Your Threadr account is ready',
  paragraphs: [
    'Put in something long: the address of a page, a text, or a file. Threadr writes a thread from it and shows for each tweet what in the source backs it.',
    'You change what you like, and nobody else sees it until you share or post it.',
  ],
  action: { label: 'Write the first thread', url: appUrl + paths.landing() },
})

export const mailToReset = (appUrl: string, token: string): MailWords => ({
  template: 'reset',
  subject: 'Choose a new password for Threadr',
  paragraphs: ['Somebody, probably you, asked for a new password for the Threadr account of this address.'],
  action: { label: 'Choose a new password', url: appUrl + paths.reset(token) },
  after: ['The link holds for 10 minutes and works once.', notYou],
})

export const mailToSignIn = (appUrl: string, token: string, code: string): MailWords => ({
  template: 'code',
  subject: 'Your code for Threadr',
  preview: `${code} signs you in, in the browser where you asked for it.`,
  paragraphs: ['This code signs you in, in the browser where you asked for it:'],
  code,
  action: { label: 'Or sign in with this link', url: appUrl + paths.signInLink(token) },
  after: ['Both hold for 10 minutes and work once. Give the code to nobody who asks you for it.', notYou],
})

export const mailToChangeEmail = (appUrl: string, token: string): MailWords => ({
  template: 'change-email',
  subject: 'Confirm your new address for Threadr',
  paragraphs: ['Confirm that this address is yours. From then on you sign in to Threadr with it.'],
  action: { label: 'Confirm the address', url: appUrl + paths.verify(token) },
  after: ['The link holds for 24 hours and works once.', notYou],
})

export const mailOfEmailChangeAsked = (appUrl: string, to: string): MailWords => ({
  template: 'email-change-asked',
  subject: 'Your Threadr address is about to change',
  paragraphs: [
    `Somebody signed in to your account, probably you, wants to change its address to ${to}. It changes when that address is confirmed.`,
    'If this wasn’t you, choose a new password now: that ends every session and stops the change.',
  ],
  action: wasNotYou(appUrl),
})

export const mailOfEmailChanged = (to: string): MailWords => ({
  template: 'email-changed',
  subject: 'Your Threadr address has changed',
  paragraphs: [
    `Your Threadr account is now known by ${to}. Sign in with that address from now on.`,
    'If this wasn’t you, answer this message, or write to whoever runs this Threadr.',
  ],
})

/** `keys` is how many API keys the person has. */
export const mailOfPasswordChanged = (appUrl: string, keys: number): MailWords => {
  const stay = keysThatStay(keys)
  return {
    template: 'password-changed',
    subject: 'Your Threadr password has changed',
    paragraphs: [
      'The password of your Threadr account was changed, and every other browser and program was signed out.',
      ...(stay === null ? [] : [`${stay} Revoke what you don’t know.`]),
      'If this wasn’t you, choose a new password now.',
    ],
    action: wasNotYou(appUrl),
    links: stay === null ? [] : [{ label: 'See your keys', url: appUrl + paths.apiKeys() }],
  }
}

export const mailOfNewBrowser = (
  appUrl: string,
  { device, network, at }: { device: string; network: string; at: Date },
): MailWords => ({
  template: 'new-device',
  subject: 'A new browser signed in to your Threadr account',
  paragraphs: [
    `${device}${network && `, from the network ${network}`}, on ${momentInWords(at)}.`,
    'If this was you, nothing has to be done. If it wasn’t, choose a new password: that signs every browser out.',
  ],
  action: wasNotYou(appUrl),
})

export const mailOfTwoFactor = (appUrl: string, isOn: boolean): MailWords => ({
  template: 'two-factor',
  subject: isOn ? 'Two-factor sign-in is on' : 'Two-factor sign-in is off',
  paragraphs: [
    isOn
      ? 'Your Threadr account now asks for a code of your authenticator app when you sign in. Keep your recovery codes where you find them without your phone.'
      : 'Your Threadr account no longer asks for a code of an authenticator app when you sign in.',
    'If this wasn’t you, choose a new password now.',
  ],
  action: wasNotYou(appUrl),
})

export const mailOfRecoveryCode = (appUrl: string, left: number): MailWords => ({
  template: 'recovery-code',
  subject: 'A recovery code was used for your Threadr account',
  paragraphs: [
    `Somebody signed in with one of your recovery codes. ${left === 1 ? 'One is' : `${left} are`} left; you get new ones by setting two-factor sign-in up anew.`,
    'If this wasn’t you, choose a new password now.',
  ],
  action: wasNotYou(appUrl),
})

export const mailOfConnection = (appUrl: string, title: string, isConnected: boolean): MailWords => ({
  template: 'connection',
  subject: `${title} is ${isConnected ? 'connected to' : 'disconnected from'} your Threadr account`,
  paragraphs: [
    isConnected
      ? `From now on your Threadr account can be signed in to through ${title}.`
      : `Your Threadr account can no longer be signed in to through ${title}. Your password, or a code by mail, still signs you in.`,
    `If this wasn’t you, ${isConnected ? `disconnect ${title} on your account page and ` : ''}choose a new password now.`,
  ],
  action: isConnected ? { label: 'See your account', url: appUrl + paths.account() } : wasNotYou(appUrl),
})

export const mailOfNewKey = (appUrl: string, name: string): MailWords => ({
  template: 'new-key',
  subject: 'A new API key for your Threadr account',
  paragraphs: [
    `An API key was made for your Threadr account and named “${name}”. Programs that hold it act in your name.`,
    'If this wasn’t you, revoke it, and choose a new password.',
  ],
  action: { label: 'See your keys', url: appUrl + paths.apiKeys() },
})

export const mailOfNewProgram = (
  appUrl: string,
  { network, at }: { network: string; at: Date },
): MailWords => ({
  template: 'new-program',
  subject: 'A program signed in to your Threadr account',
  paragraphs: [
    `A program signed in through the API with your password${network && `, from the network ${network}`}, on ${momentInWords(at)}.`,
    'If this was you, nothing has to be done. If it wasn’t, choose a new password: that signs every program and browser out.',
  ],
  action: wasNotYou(appUrl),
})
