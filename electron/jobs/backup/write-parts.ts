import { createHmac } from 'node:crypto'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { createByteWriter } from './byte-writer'
import { copyRuns } from './copy-pages'
import type { OpenFile } from './file-system'
import { encodeHead, sealedText } from './format'
import { encodePageList, pageListRecord } from './page-list'
import type { PartPlan } from './plan-parts'
import type { Report } from './progress'

type Options = {
  input: { vaultHeader: Uint8Array; macKey: Uint8Array }
  source: OpenFile
  plan: PartPlan[]
  manifest: BackupManifest
  hashes: Buffer
  known: boolean
  report: Report
  signal: AbortSignal
}

/** Writes the parts of one backup in order: each with head, manifest, vault header, its pages and tail; the list of hashes and the seal in the last. */
export function createPartsWriter({ input, plan, ...options }: Options) {
  const { pageSize } = options.manifest
  const parts = plan.length
  const allRuns = plan.flatMap(({ runs }) => runs)
  const total = allRuns.reduce((sum, { count }) => sum + count, 0)
  const digests: Buffer[] = []
  let pagesBefore = 0
  let bytes = 0

  return {
    /** Fills and flushes one part. @param part 1 and up */
    async write(file: OpenFile, { runs }: PartPlan, part: number): Promise<void> {
      const manifest = { ...options.manifest, part, parts }
      const writer = createByteWriter(file)
      await writer.append(encodeHead())
      await writer.checkedRecord('MANI', Buffer.from(JSON.stringify(manifest)))
      await writer.checkedRecord('VHDR', Buffer.from(input.vaultHeader))
      // On the disk first, so that what a power cut leaves behind says whose it is and can be taken away.
      await file.sync()
      await copyRuns({
        ...{ ...options, manifest, writer, runs },
        ...{ before: pagesBefore * pageSize, total: total * pageSize },
      })
      pagesBefore += runs.reduce((sum, { count }) => sum + count, 0)
      if (part === parts) {
        const { type } = pageListRecord(manifest)
        await writer.checkedRecord(type, encodePageList(manifest, options.hashes, allRuns))
        const sealed = sealedText(writer.digestSoFar(), digests)
        await writer.checkedRecord(
          'SEAL',
          createHmac('sha256', input.macKey).update(sealed).digest(),
        )
      }
      digests.push(await writer.tail())
      await file.sync()
      bytes += writer.position()
    },
    /** Written so far, in all parts. */
    bytes: () => bytes,
  }
}

/** Closes the file whatever happens; a failing close counts only when the work went well. */
export async function closing<T>(file: OpenFile, work: () => Promise<T>): Promise<T> {
  let result: T
  try {
    result = await work()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  return result
}
