/** What a start without a window tells the program that is open already. */
export const commandLineMark = { commandLine: true } as const

/** True for a second start that wants no window: nobody asked to see the open one. */
export function isCommandLineMark(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'commandLine' in data
}
