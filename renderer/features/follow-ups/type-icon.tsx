import { Mail, MapPin, MessageCircle, NotebookPen, Phone, type LucideIcon } from 'lucide-react'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'

const icons: Record<FollowUpType, LucideIcon> = {
  phone: Phone,
  visit: MapPin,
  wechat: MessageCircle,
  email: Mail,
  other: NotebookPen,
}

/** One meaning, one icon: 电话 拜访 微信 邮件 其他. Decoration beside the word. */
export function TypeIcon({ type, size = 14 }: { type: FollowUpType; size?: 13 | 14 }) {
  const Icon = icons[type]
  return <Icon size={size} strokeWidth={1.6} aria-hidden />
}
