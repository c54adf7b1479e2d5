import {
  ArrowLeftRight,
  CalendarDays,
  CalendarClock,
  HardDrive,
  Headset,
  ListTodo,
  Settings,
  Sun,
  ShieldCheck,
  Tags,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Permission } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'

export type Place = {
  id:
    | ('today' | 'tasks' | 'customers' | 'calendar' | 'cases' | 'late' | 'tags')
    | ('quality' | 'import' | 'backup' | 'settings')
  path: string
  keys: string
  icon: LucideIcon
  /** Who may not do what the place is for does not see it. */
  permission: Permission
}

/** All places of the navigation in their order. */
const places: readonly Place[] = [
  { id: 'today', path: '/today', keys: 'g t', icon: Sun, permission: 'tasks.read' },
  { id: 'tasks', path: '/tasks', keys: 'g j', icon: ListTodo, permission: 'tasks.read' },
  { id: 'customers', path: '/customers', keys: 'g c', icon: Users, permission: 'customers.read' },
  { id: 'calendar', path: '/calendar', keys: 'g a', icon: CalendarDays, permission: 'tasks.read' },
  { id: 'cases', path: '/cases', keys: 'g e', icon: Headset, permission: 'service-cases.read' },
  { id: 'late', path: '/late', keys: 'g v', icon: CalendarClock, permission: 'customers.read' },
  { id: 'tags', path: '/tags', keys: 'g l', icon: Tags, permission: 'tags.read' },
  {
    id: 'quality',
    path: '/quality',
    keys: 'g q',
    icon: ShieldCheck,
    permission: 'customers.write',
  },
  { id: 'import', path: '/import', keys: 'g i', icon: ArrowLeftRight, permission: 'imports.run' },
  { id: 'backup', path: '/backup', keys: 'g b', icon: HardDrive, permission: 'backups.create' },
  { id: 'settings', path: '/settings', keys: 'g s', icon: Settings, permission: 'self' },
]

/** The places that the person at the window may go to (R083). */
export function usePlaces(): readonly Place[] {
  const { allowed } = useRights()
  return places.filter(({ permission }) => allowed(permission))
}
