let loading: Promise<Set<string>> | undefined

/** The passwords that people have been seen to choose most, some 18,000 of those long enough, in lower case. */
async function load(): Promise<Set<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].map(String))
}

/** Whether a password is among those that are tried first, whatever its case. The list takes 0.1 s to load, once. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load()
  return (await loading).has(password.toLowerCase())
}
