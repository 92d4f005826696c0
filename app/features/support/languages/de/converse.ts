/** Opposites that say the same once both sides are exchanged. */
export const converse: readonly string[] = ['bevor ehe | nachdem']
