import { checkNewPassword } from '@shared/core/password-strength'

/** Lower-case letters and digits that stay apart on paper: no i, l, o, u, 0, 1. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'
const groups = 4
const groupSize = 4
/** Bytes from here on would favour the first characters and are thrown away. */
const fairBytes = 256 - (256 % alphabet.length)

/**
 * A first password to hand over: four groups of four such as `k7mt-9xwd-p4hn-2rqe`, 78 random bits. One that the password
 * policy would refuse is drawn again.
 * @param randomBytes that many bytes, each 0–255 with equal chance
 */
export function generatePassword(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const password = Array.from({ length: groups }, () => drawGroup(randomBytes)).join('-')
    if (checkNewPassword(password, []) === null) return password
  }
}

function drawGroup(randomBytes: (count: number) => Uint8Array): string {
  let group = ''
  while (group.length < groupSize)
    for (const byte of randomBytes(groupSize - group.length))
      if (byte < fairBytes) group += alphabet.charAt(byte % alphabet.length)
  return group
}

/** Random bytes of the browser's own generator. */
export function browserRandom(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
