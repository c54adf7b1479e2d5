import { ArrowLeftRight, HardDrive, Settings, Users, type LucideIcon } from 'lucide-react'

export type Place = {
  id: 'customers' | 'import' | 'backup' | 'settings'
  path: string
  keys: string
  icon: LucideIcon
}

/** The places of the navigation in their order. */
export const places: readonly Place[] = [
  { id: 'customers', path: '/customers', keys: 'g c', icon: Users },
  { id: 'import', path: '/import', keys: 'g i', icon: ArrowLeftRight },
  { id: 'backup', path: '/backup', keys: 'g b', icon: HardDrive },
  { id: 'settings', path: '/settings', keys: 'g s', icon: Settings },
]
