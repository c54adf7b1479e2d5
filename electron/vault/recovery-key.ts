import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@shared/core/errors'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataCharacters = 30
const groupSize = 4

/** A fresh recovery key: 150 random bits in Crockford Base32 and two check characters, 32 in all. */
export function createRecoveryKey(): string {
  const data = [...randomBytes(dataCharacters)].map((byte) => alphabet[byte & 31]).join('')
  return data + checkOf(data)
}

/** Eight groups of four for paper and screen. */
export function groupRecoveryKey(key: string): string[] {
  return key.match(new RegExp(`.{${groupSize}}`, 'g')) ?? []
}

/** Folds what a hand may write: case, spaces, dashes, O for 0, I and L for 1 (Crockford). */
export function foldRecoveryText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—·.,]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/**
 * Reads a typed recovery key and checks its check characters, so that a slip is told from a foreign key.
 * @throws AppError `vault.recovery-key-typo`
 */
export function parseRecoveryKey(typed: string): string {
  const key = foldRecoveryText(typed)
  const data = key.slice(0, dataCharacters)
  const legal = key.length === dataCharacters + 2 && [...key].every((c) => alphabet.includes(c))
  if (!legal || key.slice(dataCharacters) !== checkOf(data))
    throw new AppError('vault.recovery-key-typo', 'recovery key fails its check')
  return key
}

/** Ten bits of SHA-256 over the data: a single wrong character passes with a chance of 1 in 1024. */
function checkOf(data: string): string {
  const digest = createHash('sha256').update(`kebu-recovery:${data}`).digest()
  return `${alphabet[digest.readUInt8(0) & 31]}${alphabet[digest.readUInt8(1) & 31]}`
}
