import type { RouteNameAt } from '@shared/contract'
import { isAllowed } from '@shared/core/permissions'
import { dirname } from 'node:path'
import { shell } from 'electron'
import type { restoreContract } from '@shared/features/backups/restore.contract'
import { listDrives } from '../../../services/backup/drives'
import { listKeptBooks } from '../../../services/backup/kept-books'
import { findProof, listBackupFiles, listPlaces } from '../../../services/backup/list-backup-files'
import { takePutBack } from '../../../services/backup/settle-replacement'
import { takeBack } from '../../../services/backup/take-back'
import { readBookState } from '../../../services/book-state'
import type { MainContext, MainHandlers } from '../../main-context'
import { assertMayReplace } from './may-replace'
import { listBackups } from './backup-places'
import { backupServicesOf } from './backup-services'
import { pickFolder } from './folders'
import { exclusive } from './make-backup'
import { summarize } from './pick-backup'

/** Finding a backup to restore, and the books that restores put aside. */
export const restoreFilesHandlers: MainHandlers<
  RouteNameAt<'main'> & keyof typeof restoreContract
> = {
  async 'backups.listPlaces'({ grants, vault }) {
    const places = listPlaces(await listDrives(), vault.state().book?.folder ?? null)
    return { places: places.map((place) => ({ ...place, token: grants.grant(place.path) })) }
  },
  async 'backups.choosePlace'(context) {
    const path = await pickFolder(context)
    if (path === null) return null
    return { token: context.grants.grant(path), path, kind: 'chosen', label: null }
  },
  async 'backups.listFiles'(context, { jobId, place }) {
    const { grants } = context
    const folder = grants.pathOf(place)
    const found = await listBackupFiles(backupServicesOf(context), { jobId, folder })
    const known = await whatIsKnown(context)
    return {
      backups: found.backups.map((backup) => ({
        token: grants.grant(backup.path),
        fileName: backup.fileName,
        folder: backup.folder,
        bytes: backup.bytes,
        facts: backup.facts,
        provenAt: findProof(known, backup),
      })),
      unreadable: found.unreadable.map(({ path, fileName, folder, reason }) => ({
        ...{ token: grants.grant(path), fileName, folder, reason },
      })),
      unread: found.unread,
      vaultId: known.vaultId,
    }
  },
  'backups.inspectFile': (context, { file }) => summarize(context, context.grants.pathOf(file)),
  'backups.listKept'({ grants, vault }) {
    const folder = vault.state().book?.folder
    const kept = folder === undefined ? [] : listKeptBooks(folder)
    return {
      kept: kept.map(({ path, folderName, bookName, keptAt, bytes }) => ({
        ...{ token: grants.grant(path), path: dirname(path), folderName, bookName, keptAt, bytes },
      })),
    }
  },
  'backups.takeBack': (context, { kept }) =>
    exclusive(async () => {
      const { vault, grants, data } = context
      assertMayReplace(context)
      if (vault.session()) await vault.record('backups.takeBack')
      const taken = await takeBack({ vault, now: Date.now() }, grants.pathOf(kept))
      data.warmUp()
      return taken
    }),
  'backups.showKept'({ grants }, { kept }) {
    shell.showItemInFolder(grants.pathOf(kept))
    return {}
  },
  'backups.takeNotice': () => ({ putBack: takePutBack() }),
}

async function whatIsKnown(context: MainContext) {
  const { vault } = context
  const folder = vault.state().book?.folder
  const session = vault.session()
  const mayList = session !== null && isAllowed(session.role, 'backups.create')
  const records = mayList ? await listBackups(context) : []
  const { vaultId, lastBackup } = folder
    ? readBookState(folder)
    : { vaultId: null, lastBackup: null }
  const provenByUid = new Map(records.map(({ uid, provenAt }) => [uid, provenAt]))
  return { vaultId, lastBackup, provenByUid }
}
