import { useNavigate } from 'react-router'
import { TasksPage as Page } from '@renderer/features/tasks/tasks-page'

/** 任务, with the way to the customers. */
export function TasksPage() {
  const navigate = useNavigate()
  return <Page onCustomer={(id) => void navigate(`/customers/${id}`)} />
}
