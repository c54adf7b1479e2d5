/** Encrypts single values under the second key (R015, R089). `owner` binds a value to its row. */
export type FieldCipher = {
  encrypt(plain: string, owner: string): string
  decrypt(sealed: string, owner: string): string
}
