const wallNames =
  /(?:^|[\s_-])(?:pay-?wall|reg-?wall|(?:registration|subscription|subscribe|premium|meter)-?wall|subscribers?-only|members?-only|premium-(?:content|article)|gated-content|content-gate|tp-(?:modal|container)|piano-(?:offer|paywall|inline)|poool-widget)/i
const appRoots = /^(?:root|app|__next|__nuxt|application|app-root|react-root|main-app|svelte|ember-app)$/i
const longestNotice = 2_000

/** What a page's markup tells beside its text about what may stand before it. */
export type PageSigns = {
  /** What readers without scripts are told. */
  noscript: string
  scripts: number
  /** Whether an element is named as the place that a script fills with the page. */
  appRoot: boolean
  passwordField: boolean
  /** Whether an element is named as a wall that asks for payment. */
  wallElement: boolean
}

/** Gathers the signs while the markup passes by. */
export class SignWatch {
  readonly signs: PageSigns = {
    noscript: '',
    scripts: 0,
    appRoot: false,
    passwordField: false,
    wallElement: false,
  }
  private noscripts = 0

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { signs } = this
    if (name === 'noscript') this.noscripts += 1
    if (name === 'script' && !/json/i.test(attributes.type ?? '')) signs.scripts += 1
    if (name === 'input' && attributes.type?.toLowerCase() === 'password') signs.passwordField = true
    const { id = '', class: classes = '' } = attributes
    if (id !== '' && appRoots.test(id)) signs.appRoot = true
    if ((id !== '' || classes !== '') && !signs.wallElement)
      signs.wallElement = wallNames.test(`${id} ${classes}`.slice(0, 500))
  }

  text(text: string): void {
    if (this.noscripts > 0 && this.signs.noscript.length < longestNotice)
      this.signs.noscript += text.slice(0, longestNotice)
  }

  close(name: string): void {
    if (name === 'noscript') this.noscripts -= 1
  }
}
