/** What a connection keeps of statements it has read and planned; what comes beyond is read anew each time. */
const keptStatements = 500

/**
 * Names statements by their text, each name beginning with `prefix`, so that PostgreSQL reads and plans each once a connection.
 * Their number is bounded, since a list of values may make a text of its own for each length; what comes beyond has no name.
 */
export function statementNames(prefix: string): (text: string) => string {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    if (names.size >= keptStatements) return ''
    const name = `${prefix}-${names.size}`
    names.set(text, name)
    return name
  }
}
