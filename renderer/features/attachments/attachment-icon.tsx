import {
  AppWindow,
  File,
  FileArchive,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  type LucideIcon,
  Presentation,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type AttachmentKind, kindOf } from '@shared/features/attachments/media-type.rules'

const icons: Record<AttachmentKind, LucideIcon> = {
  image: FileImage,
  pdf: FileType,
  text: FileText,
  document: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  archive: FileArchive,
  program: AppWindow,
  other: File,
}

/** What a file is, by its content: the mark with its word for screen readers. */
export function AttachmentIcon({ mediaType, size = 20 }: { mediaType: string; size?: number }) {
  const { t } = useTranslation('attachments')
  const kind = kindOf(mediaType)
  const Icon = icons[kind]
  return <Icon size={size} strokeWidth={1.6} role="img" aria-label={t(`kind.${kind}`)} />
}
