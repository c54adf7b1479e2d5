/** Of all that Electron's `input-event` tells, what only a person does. */
const byHand = /^(mouse(Down|Up|Wheel)|rawKeyDown|keyDown|keyUp|char|touch(Start|Move|End)|gesture)/

type Input = { type: string; x?: number; y?: number }

/**
 * Tells input of a person from events that come by themselves: a mouse that enters or leaves because windows moved, and a
 * "move" to where it already is.
 */
export function createInputFilter(): (input: Input) => boolean {
  let last = ''
  return ({ type, x, y }) => {
    if (type !== 'mouseMove') return byHand.test(type)
    const place = `${x},${y}`
    const isMoved = place !== last
    last = place
    return isMoved
  }
}
