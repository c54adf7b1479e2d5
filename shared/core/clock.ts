/** Now in epoch milliseconds UTC; injected everywhere so that tests can hold time still. */
export type Clock = () => number

let shift = 0

export const systemClock: Clock = () => Date.now() + shift

/** Puts the clock of this process so many ms ahead of the computer's: for tests of the whole program (`electron/test-clock.ts`). */
export function shiftSystemClock(milliseconds: number): void {
  shift = milliseconds
}
