import { useNavigate } from 'react-router'
import { CalendarView } from '@renderer/features/calendar/calendar-view'

/** 日历 with the ways from it to a customer. */
export function CalendarPage() {
  const navigate = useNavigate()
  return <CalendarView openCustomer={(id) => void navigate(`/customers/${id}`)} />
}
