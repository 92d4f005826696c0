/** The parser that Readability brings along for places without a DOM; it has no types of its own. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /**
     * A document of well-formed markup, with all that Readability asks of one and little else: no selectors, and
     * undefined for attributes that aren't there. What isn't well-formed it complains of on the console.
     */
    parse(html: string): Document
  }
}
