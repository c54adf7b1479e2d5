import { copyWithNewKey } from '@db/rekey'

export type CopyInput = {
  path: string
  nextPath: string
  /** 32 bytes each; overwritten with zeros. */
  pageKey: Uint8Array
  nextPageKey: Uint8Array
}

/** Copies a closed book under a new key and proves the copy; answers its rows by table. */
export function copyJob({ path, nextPath, pageKey, nextPageKey }: CopyInput) {
  const facts = copyWithNewKey({
    path,
    nextPath,
    key: Buffer.from(pageKey.buffer, pageKey.byteOffset, pageKey.length),
    nextKey: Buffer.from(nextPageKey.buffer, nextPageKey.byteOffset, nextPageKey.length),
  })
  return { rowCounts: facts.rowCounts }
}
