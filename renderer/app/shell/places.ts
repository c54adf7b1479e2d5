import {
  ArrowLeftRight,
  CalendarDays,
  HardDrive,
  Settings,
  Sun,
  ShieldCheck,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Permission } from '@shared/core/permissions'
import { useRights } from '@renderer/lib/use-rights'

export type Place = {
  id: 'today' | 'customers' | 'calendar' | 'quality' | 'import' | 'backup' | 'settings'
  path: string
  keys: string
  icon: LucideIcon
  /** Who may not do what the place is for does not see it. */
  permission: Permission
}

/** All places of the navigation in their order. */
const places: readonly Place[] = [
  { id: 'today', path: '/today', keys: 'g t', icon: Sun, permission: 'tasks.read' },
  { id: 'customers', path: '/customers', keys: 'g c', icon: Users, permission: 'customers.read' },
  { id: 'calendar', path: '/calendar', keys: 'g a', icon: CalendarDays, permission: 'tasks.read' },
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
