import { Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { BackupPage, CustomerPage, CustomersPage, ImportPage, SettingsPage } from './pages'

/** The addresses inside an open book. */
export function AppRoutes() {
  return (
    <Suspense>
      <Routes>
        <Route path="/customers" element={<CustomersPage />} />
        <Route path="/customers/:id" element={<CustomerPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/backup" element={<BackupPage />} />
        <Route path="/settings" element={<SettingsPage />} />
        <Route path="/settings/:section" element={<SettingsPage />} />
        <Route path="*" element={<Navigate to="/customers" replace />} />
      </Routes>
    </Suspense>
  )
}
