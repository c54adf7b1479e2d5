import { CircleHelp, MessageSquareWarning, ThumbsUp, Wrench, type LucideIcon } from 'lucide-react'
import type { CaseKind } from '@shared/features/service-cases/service-cases.enums'

const icons: Record<CaseKind, LucideIcon> = {
  consultation: CircleHelp,
  complaint: MessageSquareWarning,
  'after-sales': Wrench,
  praise: ThumbsUp,
}

/** One meaning, one icon: 咨询 投诉 售后 表扬. Decoration beside the word. */
export function CaseMark({ kind }: { kind: CaseKind }) {
  const Icon = icons[kind]
  return <Icon size={16} strokeWidth={1.6} aria-hidden />
}
