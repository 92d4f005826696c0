/** What tells a mail program which list a message is of, and how it is left with one click (RFC 2369, 2919 and 8058). */
export const listHeaders = (list: string, appUrl: string, stopUrl: string): Record<string, string> => ({
  'List-Id': `Threadr ${list} <${list}.${new URL(appUrl).hostname}>`,
  'List-Unsubscribe': `<${stopUrl}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
