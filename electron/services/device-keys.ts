import { readFileSync } from 'node:fs'
import { AppError } from '@shared/core/errors'
import { z } from 'zod'
import { writeAtomically } from '../vault/header-file'
import { keyBytes } from '../vault/keys'
import { randomSecret } from '../vault/secret-memory'

/** What the operating system offers for keeping a secret (Electron's safeStorage). */
export type Keystore = {
  isEncryptionAvailable: () => boolean
  encryptString: (plain: string) => Buffer
  decryptString: (sealed: Buffer) => string
  getSelectedStorageBackend?: () => string
}

/** vaultId → userUid → the secret, sealed by the OS, base64. */
const fileSchema = z.record(z.string(), z.record(z.string(), z.base64()))
type Stored = z.output<typeof fileSchema>

/**
 * Secrets that open a book on this computer without a password, one a person, kept by the operating system. A convenience
 * only: what the system keeps is bound to its user account and may be lost, so each person keeps a password (X1).
 */
export function createDeviceKeys(path: string, keystore: Keystore) {
  function write(vaultId: string, change: (users: Record<string, string>) => void): void {
    const all = read(path)
    const users = { ...all[vaultId] }
    change(users)
    writeAtomically(path, Buffer.from(JSON.stringify({ ...all, [vaultId]: users })))
  }

  /** Without a keyring Linux "encrypts" with a fixed password that everybody knows. */
  function isAvailable(): boolean {
    const backend = keystore.getSelectedStorageBackend?.()
    return keystore.isEncryptionAvailable() && backend !== 'basic_text' && backend !== 'unknown'
  }

  return {
    isAvailable,
    listUsers: (vaultId: string): string[] =>
      isAvailable() ? Object.keys(read(path)[vaultId] ?? {}) : [],
    /**
     * Makes a fresh secret and keeps it. The caller wipes what it gets.
     * @throws AppError `vault.no-keystore`
     */
    create(vaultId: string, userUid: string): Buffer {
      if (!isAvailable()) throw new AppError('vault.no-keystore')
      const secret = randomSecret(keyBytes)
      const sealed = keystore.encryptString(secret.toString('base64')).toString('base64')
      write(vaultId, (users) => (users[userUid] = sealed))
      return secret
    },
    /** @throws AppError `vault.device-key-gone` */
    read(vaultId: string, userUid: string): Buffer {
      const sealed = read(path)[vaultId]?.[userUid]
      if (sealed === undefined || !isAvailable()) throw new AppError('vault.device-key-gone')
      try {
        return Buffer.from(keystore.decryptString(Buffer.from(sealed, 'base64')), 'base64')
      } catch {
        throw new AppError('vault.device-key-gone', 'the system does not open it')
      }
    },
    forget: (vaultId: string, userUid: string) =>
      write(vaultId, (users) => Reflect.deleteProperty(users, userUid)),
  }
}

export type DeviceKeys = ReturnType<typeof createDeviceKeys>

function read(path: string): Stored {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}
