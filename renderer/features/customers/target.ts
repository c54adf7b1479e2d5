/** Customers that an action is about: their ids, and the name when it is one. */
export type CustomerTarget = { ids: number[]; name: string | null }
