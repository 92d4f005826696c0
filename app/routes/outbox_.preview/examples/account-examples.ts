import * as mails from '#app/features/accounts/account-mails.ts'
import { limitInWords } from '#app/features/fraud/limit-words.ts'
import { mailOfLimit } from '#app/features/fraud/tell-of-limit.ts'
import { captureConfirmMail } from '#app/features/mail/words/capture-confirm.ts'
import { mailOfDeleted, mailOfDeletion, mailOfExport } from '#app/features/privacy/privacy-mails.ts'
import { exampleDay } from './example-day.ts'

const token = 'an-example-of-a-token-that-lets-nobody-in'
const where = { device: 'Firefox on Linux', network: '192.0.2.0/24', at: exampleDay }

/** Of what is done on an account. */
export const accountExamples = (appUrl: string) => ({
  verify: mails.mailToVerify(appUrl, token),
  'sign-up-taken': mails.mailOfSignUpTaken(appUrl),
  welcome: mails.mailOfWelcome(appUrl),
  code: mails.mailToSignIn(appUrl, token, '204816'),
  reset: mails.mailToReset(appUrl, token),
  'password-changed': mails.mailOfPasswordChanged(appUrl, 2),
  'change-email': mails.mailToChangeEmail(appUrl, token),
  'email-change-asked': mails.mailOfEmailChangeAsked(appUrl, 'ada@new.example'),
  'email-changed': mails.mailOfEmailChanged('ada@new.example'),
  'new-device': mails.mailOfNewBrowser(appUrl, where),
  'new-program': mails.mailOfNewProgram(appUrl, where),
  'new-key': mails.mailOfNewKey(appUrl, 'Script of my blog'),
  connection: mails.mailOfConnection(appUrl, 'GitHub', true),
  'two-factor': mails.mailOfTwoFactor(appUrl, true),
  'recovery-code': mails.mailOfRecoveryCode(appUrl, 7),
  'account-limited': mailOfLimit(
    appUrl,
    limitInWords({ endsWithLastingAddress: false, supportEmail: 'help@threadr.example' }),
  ),
  'export-ready': mailOfExport(appUrl, 7),
  'account-deletion': mailOfDeletion(appUrl, exampleDay),
  'account-deleted': mailOfDeleted(),
  'capture-confirm': captureConfirmMail({
    confirmUrl: `${appUrl}/leave-address/confirm?by=${token}`,
    wantsNews: true,
  }),
})
