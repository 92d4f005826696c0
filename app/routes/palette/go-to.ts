import { paths } from '#app/paths.ts'
import { type Command, does, leadsTo } from '#app/ui/palette/command.ts'

type Person = { mayAdminister: boolean } | null
type Ways = {
  go: (to: string) => void
  setTheme: (theme: 'light' | 'dark' | 'system') => void
  signOut: () => void
  showKeys: () => void
}

/** What can be reached and done from every page. */
export function goTo(person: Person, { go, setTheme, signOut, showKeys }: Ways): Command[] {
  const to = leadsTo('Go to', go)
  const act = does('Threadr')
  const account = [
    to('Account', paths.account(), 'profile password email sessions settings'),
    to('Your plan', paths.plan(), 'usage invoices subscription'),
    to('Your mail', paths.mail(), 'email digest weekly daily newsletter unsubscribe'),
    to('Two-factor sign-in', paths.twoFactor(), 'security'),
    to('API keys', paths.apiKeys(), 'programs tokens'),
    to('Your data', paths.privacy(), 'privacy export delete'),
    to('What was done on your account', paths.activity(), 'activity'),
  ]
  const visitor = [to('Sign in', paths.signIn(), 'log in'), to('Sign up', paths.signUp(), 'account register')]
  return [
    to('New thread', paths.landing(), 'write make home start'),
    to('Your threads', paths.threads(), 'library search'),
    ...(person ? account : visitor),
    to('Trash', `${paths.threads()}?trash=1`, 'deleted'),
    ...(person?.mayAdminister ? [to('Administration', paths.users(), 'admin people')] : []),
    to('Plans and prices', paths.pricing(), 'pro buy upgrade'),
    to('Status', paths.status(), 'uptime incidents down'),
    to('How the API is used', paths.api(), 'docs programs'),
    act('Light theme', () => setTheme('light'), 'colour bright'),
    act('Dark theme', () => setTheme('dark'), 'colour night'),
    act('Theme of the system', () => setTheme('system'), 'colour'),
    { ...act('Show the keys', showKeys, 'shortcuts help'), hint: '?' },
    ...(person ? [act('Sign out', signOut, 'log out leave')] : []),
  ]
}
