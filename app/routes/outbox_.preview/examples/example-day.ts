/** On which whatever the examples tell happens. */
export const exampleDay = new Date('2026-12-10T08:05:00Z')
