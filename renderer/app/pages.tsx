import { lazy } from 'react'

const loadTodayPage = () => import('./today-page')
const loadCustomersPage = () => import('./customers-page')

/** The pages of the features, each its own chunk, loaded when first opened. */
export const TodayPage = lazy(async () => ({
  default: (await loadTodayPage()).TodayPage,
}))
export const CustomersPage = lazy(async () => ({
  default: (await loadCustomersPage()).CustomersPage,
}))
export const CustomerPage = lazy(async () => ({
  default: (await import('./customer-page')).CustomerPage,
}))
export const CalendarPage = lazy(async () => ({
  default: (await import('./calendar-page')).CalendarPage,
}))
export const CasesPage = lazy(async () => ({
  default: (await import('./cases-place')).CasesPlace,
}))
export const LatePage = lazy(async () => ({
  default: (await import('./late-page')).LatePage,
}))
export const QualityPage = lazy(async () => ({
  default: (await import('./quality-page')).QualityPage,
}))
export const MergePage = lazy(async () => ({
  default: (await import('./merge-page')).MergePage,
}))
export const PaperPage = lazy(async () => ({
  default: (await import('./paper-page')).PaperPage,
}))
export const TasksPage = lazy(async () => ({
  default: (await import('./tasks-page')).TasksPage,
}))
export const TagsPage = lazy(async () => ({
  default: (await import('./tags-page')).TagsPage,
}))
export const ImportPage = lazy(async () => ({
  default: (await import('@renderer/features/imports/import-page')).ImportPage,
}))
export const BackupPage = lazy(async () => ({
  default: (await import('@renderer/features/backups/backup-page')).BackupPage,
}))
export const RestorePage = lazy(async () => ({
  default: (await import('@renderer/features/backups/restore-page')).RestorePage,
}))
export const SettingsPage = lazy(async () => ({
  default: (await import('@renderer/features/settings/settings-page')).SettingsPage,
}))

/** Reads the code of the first pages while a person types the password. */
export function preloadFirstPage(): void {
  requestIdleCallback(() => void Promise.all([loadTodayPage(), loadCustomersPage()]))
}
