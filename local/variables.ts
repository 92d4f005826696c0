/** The environment without what is set to nothing, which counts as not set. */
export const withoutBlanks = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''))
