import { useNavigate } from 'react-router'
import { CasesPage } from '@renderer/features/service-cases/cases-page'

/** 服务, where a case leads to its customer. */
export function CasesPlace() {
  const navigate = useNavigate()
  return <CasesPage onOpenCustomer={(id) => void navigate(`/customers/${id}`)} />
}
