/** Whole seconds until a moment, never negative. Both in ms of the running time. */
export function secondsUntil(moment: number, now: number): number {
  return Math.max(0, Math.ceil((moment - now) / 1000))
}

/** What a person does with keyboard, mouse or finger; any of it puts the idle lock off. */
export const activityEvents = [
  'keydown',
  'pointerdown',
  'wheel',
  'touchstart',
  'pointermove',
] as const

type Activity = { type: string; movementX?: number; movementY?: number }

/** True for input of a person; a pointer that "moves" to where it is, because the page moved under it, is none. */
export function isActivity({ type, movementX = 0, movementY = 0 }: Activity): boolean {
  return type !== 'pointermove' || movementX !== 0 || movementY !== 0
}
