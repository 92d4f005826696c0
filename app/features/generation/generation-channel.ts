/** The channel on which every change of a generation is told, with its thread's id. */
export const generationChannel = 'generation'

/** The key on the same channel under which the run at work hears that it was cancelled. */
export const cancelKey = (id: string) => `cancel:${id}`
