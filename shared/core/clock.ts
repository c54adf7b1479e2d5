/** Now in epoch milliseconds UTC; injected everywhere so that tests can hold time still. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
