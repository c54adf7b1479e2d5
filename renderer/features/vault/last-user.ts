const key = 'kebu.last-user'

/** The random id of the person who unlocked last on this computer; no name. */
export function findLastUser(): string | null {
  return window.localStorage.getItem(key)
}

/** Remembers it for the next start. */
export function rememberLastUser(uid: string): void {
  window.localStorage.setItem(key, uid)
}
