const isMac = () => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

const signs: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎', Backspace: '⌫' }

/** A key as it is called on this computer; "Mod" is Command on a Mac and Control elsewhere. */
export const keyName = (key: string) => (isMac() ? (signs[key] ?? key) : key === 'Mod' ? 'Ctrl' : key)

/** Keys that are pressed together, as a menu shows them. */
export const keysTogether = (keys: readonly string[]) => keys.map(keyName).join(isMac() ? '' : '+')

/** Whether what a key goes to takes letters, so that a single letter means itself there. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
