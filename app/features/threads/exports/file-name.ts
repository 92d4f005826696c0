/** In graphemes' place: UTF-16 units, well under the 255 bytes that file systems allow in any script. */
const longest = 60
/** Names that Windows keeps for devices, whatever stands after their dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A title as the name of a file, with hyphens for what isn't a letter or a number: "A bridge, again" → "a-bridge-again". */
export function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll(/^-+|-+$/g, '')
  return name === '' || devices.test(name) ? `thread${name && `-${name}`}` : name
}

/** The header by which a browser saves an answer as a file, its name in any script (RFC 6266, RFC 8187). */
export function attachment(name: string, extension: string): string {
  const whole = `${name}.${extension}`
  const ascii = whole.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '')
  const plain = ascii.length > extension.length + 1 ? ascii : `thread.${extension}`
  // A lone surrogate can't be written as UTF-8, and encodeURIComponent leaves '()* to us.
  const encoded = encodeURIComponent(whole.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
