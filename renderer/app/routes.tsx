import { Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { useRights } from '@renderer/lib/use-rights'
import { DraftMatches } from '@renderer/features/duplicates/draft-matches'
import { DraftAdviceProvider } from '@renderer/lib/draft-advice'
import {
  BackupPage,
  CalendarPage,
  CasesPage,
  CustomerPage,
  CustomersPage,
  ImportPage,
  LatePage,
  MergePage,
  PaperPage,
  QualityPage,
  SettingsPage,
  TasksPage,
  TodayPage,
  TagsPage,
} from './pages'

/** The addresses inside an open book; those of places that one's role has no business in do not exist for it (R083). */
export function AppRoutes() {
  const { allowed } = useRights()
  return (
    <DraftAdviceProvider value={(draft) => <DraftMatches draft={draft} />}>
      <Suspense>
        <Routes>
          {allowed('tasks.read') && <Route path="/today" element={<TodayPage />} />}
          {allowed('tasks.read') && <Route path="/tasks" element={<TasksPage />} />}
          <Route path="/customers" element={<CustomersPage />} />
          {allowed('customers.create') && <Route path="/customers/paper" element={<PaperPage />} />}
          <Route path="/customers/:id" element={<CustomerPage />} />
          {allowed('tasks.read') && <Route path="/calendar" element={<CalendarPage />} />}
          {allowed('service-cases.read') && <Route path="/cases" element={<CasesPage />} />}
          <Route path="/late" element={<LatePage />} />
          {allowed('customers.write') && (
            <>
              <Route path="/quality" element={<QualityPage />} />
              <Route path="/merge/:ids" element={<MergePage />} />
            </>
          )}
          {allowed('tags.read') && <Route path="/tags" element={<TagsPage />} />}
          {allowed('imports.run') && <Route path="/import" element={<ImportPage />} />}
          {allowed('backups.create') && <Route path="/backup" element={<BackupPage />} />}
          <Route path="/settings" element={<SettingsPage />} />
          <Route path="/settings/:section" element={<SettingsPage />} />
          <Route
            path="*"
            element={<Navigate to={allowed('tasks.read') ? '/today' : '/customers'} replace />}
          />
        </Routes>
      </Suspense>
    </DraftAdviceProvider>
  )
}
